/** A fenced block of code in a page or in a doc comment. */
export interface DocBlock {
  /** The file it stands in, from the top of the repository. */
  readonly file: string;
  /** The word after the opening fence, such as `ts`. */
  readonly language: string;
  /** Line number of the block's first line of code, from 1. */
  readonly line: number;
  /** The code, without the prefix of the comment. */
  readonly code: string;
}

const OPENING = /^(?<prefix>\s*(?:\* )?)(?<fence>`{3,})(?<info>[^`]*)$/;

/** Finds the fenced blocks of a Markdown page, or those in the doc comments of a source file. */
export function findDocBlocks(file: string, text: string): DocBlock[] {
  const inComments = file.endsWith(".ts");
  const lines = text.split(/\r?\n/);
  const blocks: DocBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    const opening = OPENING.exec(lines[index] ?? "")?.groups;
    if (opening === undefined) continue;
    const { prefix = "", fence = "", info = "" } = opening;
    if (inComments !== prefix.endsWith("* ")) continue;
    const end = lines.findIndex(
      (line, at) => at > index && line.trim().replace(/^\* /, "").trim() === fence,
    );
    if (end === -1) throw new Error(`${file}:${index + 1} opens a block that never closes.`);
    const code = lines.slice(index + 1, end).map((line) => withoutPrefix(line, prefix));
    blocks.push({ file, language: info.trim(), line: index + 2, code: code.join("\n") });
    index = end;
  }
  return blocks;
}

function withoutPrefix(line: string, prefix: string): string {
  return line.startsWith(prefix) ? line.slice(prefix.length) : line.replace(/^\s*\*?\s?/, "");
}
