import type { AnyModel, Machine, MachineModel } from "./machine-types.js";
import { targetsOf } from "./transitions.js";

/**
 * Draws a machine as a Mermaid state diagram, with each command and the roles that may give it.
 *
 * @remarks Statuses and commands come in the order of the definition, so that equal machines give
 * equal text. A status that no command leaves is final. A command that does not change the status
 * leads back to it; one that leads to a computed status has an arrow to each that may come out.
 * Guards are not drawn.
 * @param machine - the machine.
 * @returns the text of a `stateDiagram-v2`.
 * @example
 * ```ts
 * import { agreementMachine, toMermaid } from "truescore/kernel";
 *
 * toMermaid(agreementMachine<object>()).split("\n").slice(0, 3);
 * // => ["stateDiagram-v2", "    [*] --> draft", "    draft --> draft : open (employee, manager)"]
 * ```
 */
export function toMermaid<Model extends MachineModel>(machine: Machine<Model>): string {
  const { statuses, initial, commands, ...rest } = machine as unknown as Machine<AnyModel>;
  const erased = { statuses, initial, commands, ...rest };
  const names = new Map(statuses.map((status, index) => [status, nodeName(status, index)]));
  const node = (status: string): string => names.get(status) ?? status;
  const lines = statuses.flatMap((status) => {
    const leaving = Object.entries(commands).filter(([, { from }]) => from.includes(status));
    if (leaving.length === 0) return [`${node(status)} --> [*]`];
    return leaving.flatMap(([type, command]) =>
      targetsOf(erased, command, { status }).map((target) => {
        const label = `${escapeText(type)} (${command.roles.map(escapeText).join(", ")})`;
        return `${node(status)} --> ${node(target)} : ${label}`;
      }),
    );
  });
  const named = statuses
    .filter((status) => node(status) !== status)
    .map((status) => `state "${escapeText(status)}" as ${node(status)}`);
  return [
    "stateDiagram-v2",
    ...[...named, `[*] --> ${node(initial.status)}`, ...lines].map(indent),
  ].join("\n");
}

/** Words that Mermaid's state diagrams read as something else than a status. */
const RESERVED =
  " as class classDef click default direction end fork hide join note scale state style ";

function nodeName(status: string, index: number): string {
  return /^[A-Za-z]\w*$/.test(status) && !RESERVED.includes(` ${status} `)
    ? status
    : `status_${index + 1}`;
}

function escapeText(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} _.-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}

function indent(line: string): string {
  return `    ${line}`;
}
