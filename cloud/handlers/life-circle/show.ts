import { createHash } from 'node:crypto'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readPlaces, readStreets, readStreetVersion } from '../../repositories/life-circle'

export const show: Handler<'lifeCircle.show'> = async (input, { db }) => {
  const version = await readStreetVersion(db)
  if (version === null) return refuse('no_streets')
  const places = await readPlaces(db)
  const placesVersion = versionOf(places)
  const streets = version === input.streets ? null : await readStreets(db)
  return accept({
    streets:
      streets === null || streets === undefined
        ? { version, graph: null }
        : { version: streets.version, graph: streets.form.toString('base64') },
    places: { version: placesVersion, content: placesVersion === input.places ? null : places },
  })
}

/** Computed from what is sent, so that no editor of a place can forget to change it. */
const versionOf = (content: object): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
