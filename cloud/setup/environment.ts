export type Environment = Readonly<Record<string, string | undefined>>

/** A variable's value; `null` where it is missing or blank. */
export function text(env: Environment, name: string): string | null {
  const value = env[name]?.trim()
  return value === undefined || value === '' ? null : value
}
