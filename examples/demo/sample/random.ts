/** A source of random numbers that always repeats itself: the same seed gives the same numbers. */
export interface Random {
  /** A number from 0 to below 1. */
  readonly uniform: () => number;
  /** A whole number between the two, both included. */
  readonly whole: (least: number, most: number) => number;
  /** `true` with this probability. */
  readonly chance: (probability: number) => boolean;
  /** A number of a bell-shaped distribution with mean 0 and this standard deviation. */
  readonly normal: (sd: number) => number;
  /** So many members of the list, each at most once, in random order. */
  readonly pick: <T>(list: readonly T[], count: number) => T[];
}

/** Makes a source of random numbers from a seed (Mulberry32: 32 bits of state are plenty here). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number =>
    least + Math.floor(uniform() * (most - least + 1));
  return {
    uniform,
    whole,
    chance: (probability) => uniform() < probability,
    // The sum of twelve uniform numbers has variance 1. It uses no logarithm or cosine, whose last
    // bit may differ between engines, so that the sample has the same bytes everywhere.
    normal: (sd) => {
      let sum = -6;
      for (let draw = 0; draw < 12; draw++) sum += uniform();
      return sd * sum;
    },
    pick: (list, count) => {
      const rest = [...list];
      const size = Math.min(count, rest.length);
      return Array.from({ length: size }, () => rest.splice(whole(0, rest.length - 1), 1)).flat();
    },
  };
}
