import type { Random } from "./random.js";
import { FERNHILL_SURVEY } from "./survey.js";

/** Someone who works at the sample company. */
export interface Employee {
  readonly id: string;
  /** Index of the manager; `null` for the managing director. */
  readonly manager: number | null;
  /** 0 managing director, 1 heads, 2 leads, 3 staff. */
  readonly level: 0 | 1 | 2 | 3;
}

/** Who rates a subject, and as what. */
export interface Rater {
  readonly id: string;
  readonly relationship: string;
}

/** Someone who gets a report, what they are like, and who rates them. */
export interface Subject {
  readonly id: string;
  readonly leads: boolean;
  /** How good they are, per competency, in standard deviations. */
  readonly skills: readonly number[];
  /** How much better than that they see themselves, per competency. */
  readonly selfBias: readonly number[];
  readonly raters: readonly Rater[];
}

/** The subject the demo shows: a lead with a blind spot, a hidden strength and two thin groups. */
export const SHOWCASE = 9;

const FIRST = [
  ...["nadia", "tomasz", "imani", "henrik", "lucia", "priya", "samuel", "yuki", "farid", "greta"],
  ...["oscar", "leila", "marek", "chloe", "diego", "hana", "viktor", "amara", "jonas", "mei"],
];
const LAST = [
  ...["abara", "berg", "castillo", "dube", "eriksen", "fontaine", "gupta", "haddad", "ito"],
  ...["jansen", "kowalski", "lindgren", "moreau"],
];
const CLIENTS = [
  "Åsa Lindqvist (Halden Marine, Bergen)",
  "Pedro Núñez, Obras del Sur",
  'Kim "KJ" Jeong, Daehan Optics',
  "Ελένη Παππά, Aegean Labs",
  "R. O'Neill, Shannon Dairy",
];

const [HEADS, LEADS, STAFF] = [5, 20, 94];

/** The staff of the sample company: a managing director, 5 heads, 20 leads and 94 others. */
export function makeStaff(): Employee[] {
  return Array.from({ length: 1 + HEADS + LEADS + STAFF }, (_, index): Employee => {
    const id = `${FIRST[index % FIRST.length]}.${LAST[index % LAST.length]}`;
    if (index === 0) return { id, manager: null, level: 0 };
    if (index <= HEADS) return { id, manager: 0, level: 1 };
    if (index <= HEADS + LEADS) return { id, manager: 1 + ((index - 1) % HEADS), level: 2 };
    return { id, manager: 1 + HEADS + ((index - 1 - HEADS) % LEADS), level: 3 };
  });
}

/** Everybody who gets a report: all heads and leads, and two staff of every lead. */
export function makeSubjects(staff: readonly Employee[], random: Random): Subject[] {
  return staff.slice(1, 1 + HEADS + 3 * LEADS).map((employee, at): Subject => {
    const index = at + 1;
    return {
      id: employee.id,
      leads: employee.level < 3,
      ...(index === SHOWCASE ? SHOWCASE_PERSON : drawPerson(random)),
      raters: nominate(staff, index, random),
    };
  });
}

type Person = Pick<Subject, "skills" | "selfBias">;

const SHOWCASE_PERSON: Person = {
  skills: [-0.9, 0.4, 0.1, 0.6, 0.8],
  selfBias: [2.8, 0.1, 0, -0.3, -2.6],
};

/** A quarter see themselves too well in two competencies, a fifth too badly; the rest roughly right. */
function drawPerson(random: Random): Person {
  const general = random.normal(0.5);
  const draw = random.uniform();
  const strength = draw < 0.25 ? 1.9 : draw < 0.45 ? -1.9 : 0;
  const off = new Set(random.pick([0, 1, 2, 3, 4], 2));
  return {
    skills: FERNHILL_SURVEY.competencies.map(() => general + random.normal(0.6)),
    selfBias: FERNHILL_SURVEY.competencies.map((_, at) =>
      off.has(at) ? strength + random.normal(0.3) : random.normal(0.3),
    ),
  };
}

interface Sizes {
  readonly peers: number;
  readonly reports: number;
  readonly customers: number;
}

/** Subjects whose groups have a given size, so that every case of disclosure is in the sample. */
const FIXED_SIZES: ReadonlyMap<number, Sizes> = new Map([
  [SHOWCASE, { peers: 6, reports: 2, customers: 2 }],
  // Two groups that are too small, and together large enough to be shown.
  [12, { peers: 2, reports: 2, customers: 0 }],
  // A single confidential rater.
  [33, { peers: 1, reports: 0, customers: 0 }],
]);

/** Those who answered about a subject, not all who were asked. */
function nominate(staff: readonly Employee[], index: number, random: Random): Rater[] {
  const subject = staff[index] as Employee;
  const fixed = FIXED_SIZES.get(index);
  const reports = staff.filter(({ manager }) => manager === index);
  const sizes = fixed ?? drawSizes(reports.length, random);
  const isColleague = (one: Employee, at: number, level: number): boolean =>
    one.level === level && at !== index && at !== subject.manager && one.manager !== index;
  const peers = random.pick(
    staff.filter((one, at) => isColleague(one, at, subject.level)),
    sizes.peers,
  );
  const outside = Math.floor(sizes.customers / 2);
  const inside = staff.filter((one, at) => isColleague(one, at, 3) && !peers.includes(one));
  const customers = [
    ...random.pick(inside, sizes.customers - outside).map(({ id }) => id),
    ...random.pick(CLIENTS, outside),
  ];
  const as = (relationship: string) => (id: string) => ({ id, relationship });
  const manager = staff[subject.manager ?? 0] as Employee;
  return [
    ...(fixed !== undefined || random.chance(0.95) ? [as("self")(subject.id)] : []),
    ...(fixed !== undefined || random.chance(0.93) ? [as("manager")(manager.id)] : []),
    ...peers.map(({ id }) => as("peer")(id)),
    ...random.pick(reports, sizes.reports).map(({ id }) => as("directReport")(id)),
    ...customers.map(as("customer")),
  ];
}

function drawSizes(reports: number, random: Random): Sizes {
  const answering = Array.from({ length: reports }, () => random.chance(0.7)).filter(Boolean);
  return {
    peers: random.chance(0.18) ? random.whole(0, 2) : random.whole(4, 8),
    reports: answering.length,
    customers: random.whole(0, 5),
  };
}
