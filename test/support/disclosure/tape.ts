/** Choices read from a list of random numbers, so that a shorter or smaller list makes a simpler case. */
export interface Tape {
  /** A whole number from 0, less than `bound`. */
  below(bound: number): number;
  /** A whole number from `least` to `most`. */
  from(least: number, most: number): number;
  /** One of a list. */
  pick<T>(list: readonly T[]): T;
  /** A list in another order. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Reads choices from numbers; past their end it goes round, a little changed. */
export function drawFrom(values: readonly number[]): Tape {
  let place = 0;
  const below = (bound: number): number => {
    const round = Math.floor(place / values.length);
    const value = (values[place % values.length] ?? 0) + round * 7919;
    place += 1;
    return value % bound;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    return list.map(() => left.splice(below(left.length), 1)[0] as T);
  };
  return {
    below,
    from: (least, most) => least + below(most - least + 1),
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    shuffle,
  };
}
