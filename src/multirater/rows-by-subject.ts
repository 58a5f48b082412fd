/** Counted rows, those of one subject together, each subject's in input order. */
export function rowsBySubject(subjects: Int32Array, subjectCount: number): Int32Array {
  const starts = new Int32Array(subjectCount + 1);
  for (const subject of subjects) {
    if (subject >= 0) starts[subject + 1] = (starts[subject + 1] as number) + 1;
  }
  for (let s = 1; s < starts.length; s++)
    starts[s] = (starts[s] as number) + (starts[s - 1] as number);
  const rows = new Int32Array(starts[subjectCount] as number);
  for (let row = 0; row < subjects.length; row++) {
    const subject = subjects[row] as number;
    if (subject < 0) continue;
    rows[starts[subject] as number] = row;
    starts[subject] = (starts[subject] as number) + 1;
  }
  return rows;
}
