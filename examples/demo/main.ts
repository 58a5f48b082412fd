import { formatIssue } from "truescore/kernel";
import { createProgress } from "./progress.js";
import { runDemo } from "./run-demo.js";

const tell = (text: string): void => {
  process.stderr.write(text);
};

// A reader that closes the pipe early, such as `head`, has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") tell(`demo: ${error.message}\n`);
});

try {
  const outcome = await runDemo(
    process.argv.slice(2),
    createProgress(tell, () => performance.now()),
  );
  if (outcome.ok) {
    process.stdout.write(outcome.value.text);
    process.exitCode = outcome.value.exitCode;
  } else {
    const [first, ...rest] = outcome.issues.map((issue) => formatIssue(issue));
    tell(`demo: ${[first, ...rest.map((line) => `  ${line}`)].join("\n")}\n`);
    process.exitCode = 2;
  }
} catch (error) {
  tell(`demo: unexpected: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
