import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { ROOT } from "./source-files.js";

/** What importing one name from one room of the build costs a browser. */
export interface ImportCost {
  /** Bytes, minified and compressed with gzip, dependencies included. */
  readonly bytes: number;
  /** The packages that came along. */
  readonly packages: readonly string[];
}

/** Bundles one import of the build, the way an application would. */
export async function importCost(room: string, name: string): Promise<ImportCost> {
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: `export { ${name} } from "./dist/${room}/index.js";`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: "esm",
    logLevel: "silent",
    metafile: true,
    minify: true,
    platform: "neutral",
    mainFields: ["module", "main"],
    write: false,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const packages = inputs.flatMap(
    ([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  const [file] = outputFiles;
  return {
    bytes: gzipSync(file?.contents ?? new Uint8Array(), { level: 9 }).length,
    packages: [...new Set(packages)].sort(),
  };
}
