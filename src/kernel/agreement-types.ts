import type { EventActor } from "./machine-types.js";
import type { JsonValue } from "./types.js";

/** A place in a JSON object, from the outside in: property names and zero-based indices. */
export type ContentPath = readonly (string | number)[];

/** One change that a party wants. */
export type ContentEdit =
  | {
      /** Adds a property that is not there, or inserts into a list. */
      readonly op: "add";
      /** The new place; the last index may be the length of the list. */
      readonly path: ContentPath;
      /** What stands there afterwards. */
      readonly value: JsonValue;
    }
  | {
      /** Replaces what is there. */
      readonly op: "replace";
      /** An existing place. */
      readonly path: ContentPath;
      /** What stands there afterwards. */
      readonly value: JsonValue;
    }
  | {
      /** Removes what is there. */
      readonly op: "remove";
      /** An existing place. */
      readonly path: ContentPath;
    };

/** One change as it is kept, with what stood there before and after. */
export interface ContentChange {
  /** What was done. */
  readonly op: ContentEdit["op"];
  /** Where, at the moment of this change: earlier changes of the same version are done already. */
  readonly path: ContentPath;
  /** What stood there; `null` also where `op` is `add`. */
  readonly before: JsonValue;
  /** What stands there now; `null` also where `op` is `remove`. */
  readonly after: JsonValue;
}

/** One version of what two parties talk about. */
export interface AgreementVersion {
  /** Number of the version, from 1. */
  readonly version: number;
  /** Who made it. */
  readonly by: EventActor;
  /** When it was made: an ISO 8601 instant. */
  readonly at: string;
  /** What it changed in the version before; empty for the first. */
  readonly changes: readonly ContentChange[];
}

/** One party's agreement to the latest version. */
export interface AgreementConsent {
  /** Identifier of the party. */
  readonly partyId: string;
  /** When the party agreed: an ISO 8601 instant. */
  readonly at: string;
}

/** What an agreement holds beside its status. */
export interface AgreementData<Content> {
  /** Identifiers of the two parties; empty until the agreement is opened. */
  readonly parties: readonly string[];
  /** The latest version's content; `null` until the agreement is opened. */
  readonly content: Content | null;
  /** All versions from the first to the latest. */
  readonly versions: readonly AgreementVersion[];
  /** Identifier of the party whose proposal is talked about; `null` in draft. */
  readonly proposedBy: string | null;
  /** Who has agreed to the latest version. Any change of the content empties it. */
  readonly consents: readonly AgreementConsent[];
  /** Newest version that both have agreed to, kept while an amendment is talked about; `null` before. */
  readonly agreedVersion: number | null;
}

/** The commands of an agreement. */
export type AgreementCommand<Content> =
  | {
      /** Names the two parties and the first version. */
      readonly type: "open";
      /** Identifiers of the two parties, one of them the actor's. */
      readonly parties: readonly [string, string];
      /** The first version: a JSON object. */
      readonly content: Content;
    }
  | {
      /** Changes the draft, or makes a counter-proposal, or reopens what was agreed. */
      readonly type: "edit" | "counter" | "amend";
      /** The version that the changes are made to: the latest. */
      readonly version: number;
      /** The changes, each made to the outcome of the one before; at least one. */
      readonly changes: readonly ContentEdit[];
    }
  | {
      /** Puts the draft to the other party, or agrees to a version. */
      readonly type: "propose" | "agree";
      /** The version that the actor has read: the latest. */
      readonly version: number;
    }
  | {
      /** Ends the talks without an agreement. */
      readonly type: "withdraw";
    };

/** The data of an event that made a new version. */
export interface VersionMade {
  /** Number of the new version. */
  readonly version: number;
  /** What it changed in the version before. */
  readonly changes: readonly ContentChange[];
}

/** The model of a two-party agreement, for `Machine`, `MachineState` and `MachineEvent`. */
export interface AgreementModel<Content extends object> {
  /** From `draft` through `proposed` and `countered` to `agreed` or `withdrawn`. */
  readonly status: "draft" | "proposed" | "countered" | "agreed" | "withdrawn";
  /** The roles that the caller's product gives the parties. */
  readonly role: string;
  /** What an agreement holds. */
  readonly data: AgreementData<Content>;
  /** What a party may do. */
  readonly command: AgreementCommand<Content>;
  /** What may happen. */
  readonly events: {
    /** The parties and the first version are known. */
    readonly opened: {
      /** Identifiers of the two parties. */
      readonly parties: readonly [string, string];
      /** The first version. */
      readonly content: Content;
    };
    /** The draft was changed. */
    readonly edited: VersionMade;
    /** The draft was put to the other party. */
    readonly proposed: {
      /** The version that was proposed. */
      readonly version: number;
    };
    /** Another version was put to the other party. */
    readonly countered: VersionMade;
    /** One party agreed. */
    readonly consented: {
      /** The version that the party agreed to. */
      readonly version: number;
    };
    /** What was agreed is talked about again, in a new version. */
    readonly amended: VersionMade;
    /** The talks ended without an agreement. */
    readonly withdrawn: Readonly<Record<string, never>>;
  };
}
