// apart from the names, which every page loads

/** Milliseconds. */
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** More than any cart takes; keeps cookies small and hostile lists harmless. */
export const MOST_CODES = 8
