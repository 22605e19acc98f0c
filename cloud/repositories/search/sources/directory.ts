import { sql } from 'kysely'
import type { OfficeStatus } from '../../../../core/domain/office/office'
import type { Reader } from './reader'
import { source, texts, type ReadSources } from './source'

interface OfficeRow {
  id: string
  name: string
  short_name: string
  status: OfficeStatus
  address: string | null
  landmark: string | null
  about: string | null
  sort_order: number
  neighbourhood: string | null
  services: string[]
  compounds: string[]
  likely_compounds: string[]
}

/** An office by its names, by every word for what it handles, by the compounds it serves, and by where it is. */
export const readOffices =
  (db: Reader): ReadSources =>
  async (ids) => {
    const { rows } = await sql<OfficeRow>`
      select office.id, office.name, short_name, status, address, landmark, about, office.sort_order,
        own.name as neighbourhood,
        array(
          select word from office_service join service on service.id = service_id,
            unnest(service.name || also_called) with ordinality as words (word, place)
          where office_id = office.id order by service.sort_order, service.id, place
        ) as services,
        ${compounds(true)} as compounds,
        ${compounds(false)} as likely_compounds
      from office left join neighbourhood as own on own.id = neighbourhood_id
      where office.id = any(${ids}::text[])`.execute(db)
    return rows.map((row) =>
      source('office', {
        id: row.id,
        standing: row.sort_order,
        gone: row.status !== 'open',
        title: row.name,
        about: row.landmark ?? row.address,
        texts: [
          ...texts('name', row.short_name === row.name ? null : row.short_name),
          ...texts('service', ...row.services),
          ...texts('compound', ...row.compounds),
          ...texts('likely-compound', ...row.likely_compounds),
          ...texts(
            'place',
            row.address,
            row.landmark,
            row.neighbourhood === row.short_name ? null : row.neighbourhood,
          ),
          ...texts('text', row.about),
        ],
      }),
    )
  }

/** Those of the neighbourhood it lies in, and of those that name it as theirs. */
const compounds = (verified: boolean) => sql<string[]>`array(
  select compound.name from compound join neighbourhood as served on served.id = compound.neighbourhood_id
  where (served.id = office.neighbourhood_id or served.office_id = office.id)
    and neighbourhood_verified = ${verified}
  order by compound.sort_order, compound.id
)`

interface ServiceRow {
  id: string
  name: string
  also_called: string[]
  description: string | null
  sort_order: number
  offices: string[]
}

/** What one needs, by any of the words that people use for it. */
export const readServices =
  (db: Reader): ReadSources =>
  async (ids) => {
    const { rows } = await sql<ServiceRow>`
      select id, name, also_called, description, sort_order,
        array(
          select short_name from office_service join office on office.id = office_id
          where service_id = service.id and status = 'open' order by office.sort_order, office.id
        ) as offices
      from service where id = any(${ids}::text[])`.execute(db)
    return rows.map(({ id, name, also_called: words, description, sort_order: standing, offices }) =>
      source('service', {
        id,
        standing,
        title: name,
        about: description,
        offices,
        texts: [...texts('alias', ...words), ...texts('text', description)],
      }),
    )
  }

interface FacilityRow {
  id: string
  name: string
  kind: string
  address: string | null
  standing: number
  words: string[]
}

/** A place of the life circle; where people have words for what its kind or itself offers, by these too. */
export const readFacilities =
  (db: Reader): ReadSources =>
  async (ids) => {
    const { rows } = await sql<FacilityRow>`
      select facility.id, facility.name, kind.name as kind, address, facility.sort_order as standing,
        array(
          select word from service, unnest(service.name || also_called) with ordinality as words (word, place)
          where kind.name = any(service.name || also_called) or facility.name = any(service.name || also_called)
          order by service.sort_order, service.id, place
        ) as words
      from facility join facility_kind as kind on kind.id = kind_id
      where facility.id = any(${ids}::text[])`.execute(db)
    return rows.map(({ id, name, kind, address, standing, words }) =>
      source('facility', {
        id,
        standing,
        title: name,
        about: [kind, address].filter(Boolean).join(' · '),
        texts: [...texts('kind', kind), ...texts('related', ...words), ...texts('place', address)],
      }),
    )
  }
