import { shanghaiDay, type Instant } from '../../kernel/shanghai-time'

/** Nobody is born after the year that it is in Shanghai. */
export const isBirthYearAhead = (year: number, now: Instant): boolean =>
  year > Number(shanghaiDay(now).slice(0, 4))
