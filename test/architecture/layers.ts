/** What a room may import from other rooms. */
export interface RoomEdges {
  /** Rooms whose values and types it may use. */
  readonly values: readonly string[];
  /** Rooms of which it may use types only. */
  readonly types: readonly string[];
}

const KERNEL = ["kernel"];
const GROUND = ["kernel", "values", "stats", "disclosure"];
const FIRST_FLOOR = [
  ...["goals", "kpis", "bars", "multirater", "checkins", "reviews", "cycle", "storage"],
];
const SECOND_FLOOR = [
  ...["scorecard", "gaps", "development", "calibration", "rewards", "insights", "advisor"],
];
const UPSTAIRS = [...FIRST_FLOOR, ...SECOND_FLOOR];

const room = (values: readonly string[], types: readonly string[] = []): RoomEdges => ({
  values,
  types,
});

/** The whole house: every room and every edge that leaves it. What is not here is forbidden. */
export const EDGES: ReadonlyMap<string, RoomEdges> = new Map([
  // Ground floor.
  ["kernel", room([])],
  ["values", room(KERNEL)],
  ["stats", room(KERNEL)],
  ["disclosure", room(KERNEL)],
  // First floor: down only.
  ["goals", room(GROUND)],
  ["kpis", room(GROUND)],
  ["bars", room(GROUND)],
  ["multirater", room(GROUND)],
  ["checkins", room(GROUND)],
  ["reviews", room(GROUND)],
  ["cycle", room(GROUND)],
  ["storage", room(GROUND, ["multirater"])],
  // Second floor: down, and only along these edges.
  ["scorecard", room([...GROUND, "kpis"], ["goals"])],
  ["gaps", room([...GROUND, "multirater"])],
  ["development", room([...GROUND, "bars", "gaps"])],
  ["calibration", room([...GROUND, "reviews"], ["multirater"])],
  ["rewards", room([...GROUND, "reviews"], ["development"])],
  ["insights", room([...GROUND, "cycle", "reviews", "checkins", "goals"])],
  ["advisor", room([...GROUND, "goals", "checkins", "development", "reviews"])],
  // Beside the house.
  ["charts", room(GROUND, UPSTAIRS)],
  ["testing", room([...GROUND, ...UPSTAIRS, "charts"])],
]);
