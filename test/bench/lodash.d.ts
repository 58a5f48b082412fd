// lodash ships no types, and its types are one more package for five calls.
declare module "lodash" {
  interface Lodash {
    groupBy<T>(list: readonly T[], key: (entry: T) => string): Record<string, T[]>;
    forEach<T>(groups: Record<string, T>, visit: (group: T) => void): void;
    mean(values: readonly number[]): number;
    sum(values: readonly number[]): number;
    sumBy(values: readonly number[], of: (value: number) => number): number;
  }
  const lodash: Lodash;
  export default lodash;
}
