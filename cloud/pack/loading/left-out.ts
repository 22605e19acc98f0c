import type { Pack } from '../pack'
import type { EditedByStaff } from './edited-by-staff'
import type { Tx } from './rows'

type Report = (sentence: string) => void

/** The pack without what staff removed: it never comes back by loading. */
export async function withoutRemoved(tx: Tx, pack: Pack, report: Report): Promise<Pack> {
  const removed = await tx.selectFrom('removed_row').select(['kind', 'id']).execute()
  if (removed.length === 0) return pack
  const isThere =
    (kind: (typeof removed)[number]['kind'], file: string) =>
    ({ id, name }: { readonly id: string; readonly name: string }): boolean => {
      if (!removed.some((row) => row.kind === kind && row.id === id)) return true
      report(`${file}「${name}」（${id}）：工作人员删去了，没有写入`)
      return false
    }
  const services = pack.services.filter(isThere('service', 'services.csv'))
  const known = new Set(services.map(({ id }) => id))
  return {
    ...pack,
    services,
    officeServices: pack.officeServices.filter((row) => known.has(row.service_id)),
    compounds: pack.compounds.filter(isThere('compound', 'compounds.csv')),
    facilities: pack.facilities.filter(isThere('facility', 'facilities.csv')),
  }
}

/** The pack without rows whose name a row that staff changed has by now; two of one name there cannot be. */
export function withoutTakenNames(pack: Pack, { names }: EditedByStaff, report: Report): Pack {
  const isFree =
    (table: 'compound' | 'neighbourhood', file: string) =>
    ({ id, name }: { readonly id: string; readonly name: string }): boolean => {
      const holder = names[table].get(name)
      if (holder === undefined || holder === id) return true
      report(`${file}「${name}」（${id}）：工作人员已经给 ${holder} 用了这个名称，没有写入`)
      return false
    }
  const neighbourhoods = pack.neighbourhoods.filter(isFree('neighbourhood', 'neighbourhoods.csv'))
  const known = new Set(neighbourhoods.map(({ id }) => id))
  const left = new Set(pack.neighbourhoods.filter(({ id }) => !known.has(id)).map(({ id }) => id))
  return {
    ...pack,
    neighbourhoods,
    compounds: pack.compounds
      .filter(isFree('compound', 'compounds.csv'))
      .filter(({ neighbourhood_id: own }) => own === null || !left.has(own)),
    offices: pack.offices.map((row) =>
      row.neighbourhood_id !== null && left.has(row.neighbourhood_id)
        ? { ...row, neighbourhood_id: null }
        : row,
    ),
  }
}
