import ts from "typescript";
import type { DocBlock } from "./doc-blocks.js";

/** A block that only shows an import says so with this comment; any other block must do something. */
const IMPORT_ONLY = "// import only";

/**
 * Turns a block of example code into the text of a test file.
 *
 * Imports stay where they are, everything else runs inside one test. An expression statement or a
 * `const` with `// => value` behind it, or on the next line, is compared with that value by
 * `toEqual`; `// => throws Something` expects an error. Every stated value must be reached, also
 * inside an `if`. Line numbers equal those of the page. A block that cannot be tested becomes a test
 * that fails with the reason.
 */
export function docTestSource(block: DocBlock): string {
  const title = `${block.file}:${block.line}`;
  const pad = "\n".repeat(Math.max(block.line - 2, 0));
  try {
    const { imports, body } = instrument(block.code);
    return `import { expect as __expect, it as __it } from "vitest";\n${pad}${imports}__it(${JSON.stringify(title)}, async () => {${body}\n});\n`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `import { it as __it } from "vitest";\n__it(${JSON.stringify(title)}, () => {\n  throw new Error(${JSON.stringify(reason)});\n});\n`;
  }
}

interface Edit {
  readonly at: number;
  readonly text: string;
}

function instrument(code: string): { imports: string; body: string } {
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.Latest, true);
  const firstStep = file.statements.find((statement) => !ts.isImportDeclaration(statement));
  if (firstStep === undefined) {
    if (code.includes(IMPORT_ONLY)) return { imports: `${code}\n`, body: "" };
    throw new Error(`The block does nothing; write "${IMPORT_ONLY}" into it if that is meant.`);
  }
  if (file.statements.some((s) => ts.isImportDeclaration(s) && s.pos > firstStep.pos)) {
    throw new Error("Imports stand first in a block.");
  }
  const claims = stateableIn(file).flatMap((statement) => claimOf(statement, code) ?? []);
  refuseStrayClaims(code, new Set(claims.map(({ comment }) => comment)));
  const edits = claims.flatMap((claim, index) => claimEdits(claim, index));
  const start = firstStep.getFullStart();
  const text = applyEdits(code, edits);
  const imports = text.slice(0, start);
  const reach = claims.length === 0 ? "" : " const __reached = new Set<number>();";
  const check =
    claims.length === 0
      ? ""
      : `\n__expect(__reached.size, "every stated value is reached").toBe(${claims.length});`;
  return { imports: `${imports} `, body: `${reach}${text.slice(start)}${check}` };
}

/** Every statement that stands in a list of statements, at any depth. */
function stateableIn(node: ts.Node): ts.Statement[] {
  const own = ts.isBlock(node) || ts.isSourceFile(node) || ts.isCaseOrDefaultClause(node);
  const found: ts.Statement[] = own ? [...node.statements] : [];
  ts.forEachChild(node, (child) => {
    found.push(...stateableIn(child));
  });
  return found;
}

interface Claim {
  readonly statement: ts.Statement;
  /** Position of the comment that states the value. */
  readonly comment: number;
  readonly wanted: string;
}

const CLAIM = /^[ \t]*(?:\r?\n[ \t]*)?(?=\/\/ =>)/;

function claimOf(statement: ts.Statement, code: string): Claim | undefined {
  const gap = CLAIM.exec(code.slice(statement.end))?.[0];
  if (gap === undefined) return undefined;
  const comment = statement.end + gap.length;
  const [first = "", ...following] = code.slice(comment).split(/\r?\n/);
  let wanted = first.slice("// =>".length).trim();
  for (const line of following) {
    if (wanted.startsWith("throws") || isExpression(wanted) || !/^\s*\/\//.test(line)) break;
    wanted += ` ${line.replace(/^\s*\/\/ ?/, "").trim()}`;
  }
  if (!wanted.startsWith("throws") && !isExpression(wanted)) {
    throw new Error(`"// => ${wanted}" does not state a value.`);
  }
  return { statement, comment, wanted };
}

function isExpression(text: string): boolean {
  if (text === "") return false;
  const { diagnostics = [] } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
  return diagnostics.length === 0;
}

function claimEdits({ statement, wanted }: Claim, index: number): Edit[] {
  const reached = `__reached.add(${index});`;
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    const [open, close] = wanted.startsWith("throws")
      ? throwing(expression, wanted.slice("throws".length).trim())
      : ["__expect(", `).toEqual(${wanted})`];
    return [
      { at: expression.getStart(), text: `${reached} ${open}` },
      { at: expression.end, text: close },
    ];
  }
  if (ts.isVariableStatement(statement)) {
    const [declaration, second] = statement.declarationList.declarations;
    if (declaration !== undefined && second === undefined && ts.isIdentifier(declaration.name)) {
      const check = ` ${reached} __expect(${declaration.name.text}).toEqual(${wanted});`;
      return [{ at: statement.end, text: check }];
    }
  }
  throw new Error(`"// => ${wanted}" stands behind a statement that has no single value.`);
}

function throwing(expression: ts.Expression, error: string): [string, string] {
  return /\bawait\b/.test(expression.getText())
    ? ["await __expect((async () => (", `))()).rejects.toThrow(${error})`]
    : ["__expect(() => (", `)).toThrow(${error})`];
}

/** A stated value that no statement owns, or one in another spelling, would never be compared. */
function refuseStrayClaims(code: string, owned: ReadonlySet<number>): void {
  for (const { position, text } of commentsOf(code)) {
    const spelling = /^\/\/\s*(?:=>|->|→|⇒)/.test(text) || /^\/\*+\s*=>/.test(text);
    if (spelling && !owned.has(position)) {
      throw new Error(
        `"${text}" is compared with nothing; write "// => value" behind a statement.`,
      );
    }
  }
}

function commentsOf(code: string): { position: number; text: string }[] {
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.Latest, true);
  const found = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(code, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(code, node.end) ?? []),
    ];
    for (const { pos, end } of ranges) found.set(pos, code.slice(pos, end));
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  return [...found].map(([position, text]) => ({ position, text }));
}

function applyEdits(code: string, edits: readonly Edit[]): string {
  let text = code;
  for (const { at, text: insert } of edits.toSorted((a, b) => b.at - a.at)) {
    text = text.slice(0, at) + insert + text.slice(at);
  }
  return text;
}
