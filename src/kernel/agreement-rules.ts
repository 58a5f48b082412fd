import type { AgreementData, ContentChange, ContentEdit } from "./agreement-types.js";
import { editContent, toEdits } from "./edit-content.js";
import { createIssue } from "./issue.js";
import {
  AGREEMENT_ALREADY_OPEN,
  AGREEMENT_CHANGED_HISTORY,
  AGREEMENT_CONTENT,
  AGREEMENT_NOT_A_PARTY,
  AGREEMENT_NOT_OPEN,
  AGREEMENT_OLD_VERSION,
  AGREEMENT_PARTIES,
  AGREEMENT_REPEATED_CONSENT,
} from "./issues.js";
import { isPlainObject, isSafeJson, isSameJson } from "./json.js";
import type { Issue } from "./types.js";

/** What the rules look at: the agreement and who acts on it. */
interface Act {
  readonly state: { readonly data: AgreementData<object> };
  readonly actor: { readonly id: string };
}

/** The agreement must not have been opened. */
export function requireUnopened({ state }: Act): Issue[] {
  if (state.data.content === null) return [];
  return [createIssue(AGREEMENT_ALREADY_OPEN, { path: ["state"], params: {} })];
}

/** The agreement must have been opened. */
export function requireOpened({ state }: Act): Issue[] {
  if (state.data.content !== null) return [];
  return [createIssue(AGREEMENT_NOT_OPEN, { path: ["state"], params: {} })];
}

/** The actor must be one of the two parties, once these are known. */
export function requireParty({ state, actor }: Act): Issue[] {
  const { parties, content } = state.data;
  return content === null ? [] : checkParty(parties, actor);
}

/** The actor must not have agreed to the latest version before. */
export function requireFirstConsent({ state, actor }: Act): Issue[] {
  const { consents, versions } = state.data;
  if (!consents.some(({ partyId }) => partyId === actor.id)) return [];
  const params = { actor: actor.id, version: versions.length };
  return [createIssue(AGREEMENT_REPEATED_CONSENT, { path: ["actor", "id"], params })];
}

/** Two different parties, the actor one of them, and a first version that JSON can hold. */
export function checkOpening(
  act: Act & {
    readonly command: { readonly parties: readonly string[]; readonly content: object };
  },
): Issue[] {
  const { parties, content } = act.command;
  const issues: Issue[] = [];
  if (parties.length !== 2 || new Set(parties).size !== 2 || parties.includes("")) {
    issues.push(createIssue(AGREEMENT_PARTIES, { path: ["command", "parties"], params: {} }));
  }
  issues.push(...checkParty(parties, act.actor));
  if (!isPlainObject(content) || !isSafeJson(content)) {
    issues.push(createIssue(AGREEMENT_CONTENT, { path: ["command", "content"], params: {} }));
  }
  return issues;
}

/** The version that the command names must be the latest. */
export function checkVersion(
  act: Act & { readonly command: { readonly version: number } },
): Issue[] {
  const { content, versions } = act.state.data;
  const { version } = act.command;
  if (content === null || version === versions.length) return [];
  const params = { latest: versions.length, version };
  return [createIssue(AGREEMENT_OLD_VERSION, { path: ["command", "version"], params })];
}

/** The changes must fit the latest version and change it. */
export function checkEdits(
  act: Act & { readonly command: { readonly changes: readonly ContentEdit[] } },
): Issue[] {
  const { content } = act.state.data;
  if (content === null) return [];
  const { issues } = editContent(content, act.command.changes);
  return issues.map((issue) => ({ ...issue, path: ["command", ...issue.path] }));
}

/** A stored change must start from what stood there, and lead to the next version. */
export function checkHistory(
  data: AgreementData<object>,
  made: { readonly version: number; readonly changes: readonly ContentChange[] },
): Issue[] {
  const { content, versions } = data;
  if (content === null) {
    return [createIssue(AGREEMENT_NOT_OPEN, { params: {} })];
  }
  const redone = editContent(content, toEdits(made.changes));
  const fits = redone.issues.length === 0 && isSameJson(redone.changes, made.changes);
  if (fits && made.version === versions.length + 1) return [];
  return [createIssue(AGREEMENT_CHANGED_HISTORY, { path: ["data"], params: {} })];
}

function checkParty(parties: readonly string[], { id }: { readonly id: string }): Issue[] {
  if (parties.includes(id)) return [];
  const path = ["actor", "id"];
  return [createIssue(AGREEMENT_NOT_A_PARTY, { path, params: { actor: id } })];
}
