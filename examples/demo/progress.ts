/** Tells on the error stream how far the work is; silent for work of less than a second. */
export interface Progress {
  /** A step of many alike: written at most once a second. */
  readonly step: (text: () => string) => void;
  /** A part of the work begins: written where the first second is over. */
  readonly stage: (text: string) => void;
}

/** Makes a teller that starts to count its seconds now. */
export function createProgress(write: (line: string) => void, now: () => number): Progress {
  const start = now();
  let due = start + 1000;
  return {
    step: (text) => {
      if (now() < due) return;
      due = now() + 1000;
      write(`${text()}\n`);
    },
    stage: (text) => {
      if (now() >= start + 1000) write(`${text}\n`);
    },
  };
}
