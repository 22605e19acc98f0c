/** A stall that somebody has, with what is known of them. */
export interface TakenStall {
  readonly number: string
  /** What stands on its sign. */
  readonly sign: string | null
  /** Whom to ring, as staff wrote it. */
  readonly called: string | null
  readonly phone: string | null
  /** The resident who applied for it and was given it. */
  readonly residentId: string | null
}

/** Somebody with one stall or several. */
export interface StallHolder {
  readonly numbers: readonly string[]
  readonly name: string | null
  readonly phone: string | null
  readonly residentId: string | null
}

/** Whoever has several stalls is one: by the telephone, else by the account, else by what they are called. */
export function holdersOf(stalls: readonly TakenStall[]): readonly StallHolder[] {
  const holders = new Map<string, StallHolder>()
  for (const { number, sign, called, phone, residentId } of stalls) {
    const name = called ?? sign
    const key = phone ?? residentId ?? `called ${name ?? `stall ${number}`}`
    const before = holders.get(key)
    holders.set(key, {
      numbers: [...(before?.numbers ?? []), number],
      name: before?.name ?? name,
      phone,
      residentId: before?.residentId ?? residentId,
    })
  }
  return [...holders.values()]
}

/** Telephones and accounts of those whom a change reaches as registered persons. */
export interface ToldAsRegistered {
  readonly phones: ReadonlySet<string>
  readonly residentIds: ReadonlySet<string>
}

/** Nobody is rung twice: who registered too is told with the others. */
export const isToldAsRegistered = (
  { phone, residentId }: StallHolder,
  { phones, residentIds }: ToldAsRegistered,
): boolean => (phone !== null && phones.has(phone)) || (residentId !== null && residentIds.has(residentId))
