/** Share of a span within which two scores are equal. */
export const SCORE_TOLERANCE = 1e-9;

/** Share of the stated total by which percent weights may miss it: 0.005 %. */
export const WEIGHT_TOTAL_TOLERANCE = 5e-5;

/** Greatest magnitude of a number that enters arithmetic, so that no product or sum overflows. */
export const MAX_MAGNITUDE = 1e100;

/** Greatest number of decimals that a display or a currency may ask for. */
export const MAX_DECIMALS = 20;
