import { readDegrees } from '../cells/cell-values'
import type { SheetRow } from '../cells/sheet-row'
import type { Box } from './settings'

interface Position {
  readonly longitude: number | null
  readonly latitude: number | null
}

/** Both coordinates or none, WGS-84, within the box of this 街道. */
export function readPosition(row: SheetRow<'经度' | '纬度'>, box: Box): Position {
  const longitude = row.optional('经度', (text) => readDegrees(text, box.west, box.east))
  const latitude = row.optional('纬度', (text) => readDegrees(text, box.south, box.north))
  if (row.isEmpty('经度') !== row.isEmpty('纬度')) {
    row.refuse(row.isEmpty('经度') ? '经度' : '纬度', '经度和纬度要么都填，要么都空着')
  }
  return longitude === null || latitude === null
    ? { longitude: null, latitude: null }
    : { longitude, latitude }
}
