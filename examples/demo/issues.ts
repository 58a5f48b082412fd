/** The command line cannot be understood. */
export const BAD_OPTION = { code: "demo/bad-option", message: "{detail} Try --help." } as const;
/** A file cannot be read or written. */
export const FILE_PROBLEM = { code: "demo/file-problem", message: "{file}: {detail}" } as const;
/** The file has no line with the names that are needed. */
export const BAD_HEADER = { code: "demo/bad-header", message: "{file}: {detail}" } as const;
/** A row has not the cells that the header asks for. */
export const UNREADABLE_ROW = {
  code: "demo/unreadable-row",
  message: "The row has {found} cells; the header has {expected}.",
} as const;
/** The survey has issues, which follow. */
export const BAD_SURVEY = {
  code: "demo/bad-survey",
  message: "{file}: the survey cannot be used. It has {count} issues:",
} as const;
/** Nobody has this identifier, or nobody answered about them. */
export const UNKNOWN_SUBJECT = {
  code: "demo/unknown-subject",
  message: 'There is no report on "{subject}". --all lists everybody who has one.',
} as const;
/** No response could be counted. */
export const NO_REPORT = {
  code: "demo/no-report",
  message: "{file}: none of the {rows} rows could be counted, so there is no report.",
} as const;
/** The cell to explain cannot be explained. */
export const BAD_CELL = { code: "demo/bad-cell", message: "--explain {cell}: {detail}" } as const;
