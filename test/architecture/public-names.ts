import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../support/source-files.js";
import { ROOMS } from "./sources.js";

/** Something that a room exports, and where it is declared. */
export interface PublicName {
  readonly room: string;
  readonly name: string;
  readonly declaration: ts.Declaration;
}

const options: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  ).options,
  noEmit: true,
};
const indexOf = (room: string): string => join(ROOT, "src", room, "index.ts");
const rootIndex = join(ROOT, "src/index.ts");
const program = ts.createProgram([...ROOMS.map(indexOf), rootIndex], options);
const checker = program.getTypeChecker();

/** Every export of every room. */
export const PUBLIC_NAMES: readonly PublicName[] = ROOMS.flatMap((room) =>
  exportsOf(indexOf(room)).map((symbol) => ({
    room,
    name: symbol.name,
    declaration: declarationOf(symbol),
  })),
);

/** The names that the root exports, as often as it exports them. */
export const ROOT_NAMES: readonly string[] = exportsOf(rootIndex).map(({ name }) => name);

function exportsOf(path: string): ts.Symbol[] {
  const file = program.getSourceFile(path);
  const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol);
}

function declarationOf(symbol: ts.Symbol): ts.Declaration {
  const target =
    (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const [declaration] = target.declarations ?? [];
  if (declaration === undefined) throw new Error(`${symbol.name} has no declaration.`);
  return declaration;
}
