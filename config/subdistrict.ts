import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Subdistrict } from '../core/contract/home'

/** The rows of settings.csv that the mini-program is built with; cloud/pack/sheets/settings.ts checks all of them. */
const ROWS = {
  name: '街道名称',
  kind: '类别',
  organiser: '主办单位',
  appName: '小程序名称',
  phone: '电话',
  hotline: '市民热线',
  guideline: '生活圈导则',
  mapLicence: '审图号',
  closingSoonMinutes: '即将关门提前分钟',
} as const satisfies Readonly<Record<keyof Subdistrict, string>>

/**
 * Whom a build speaks for until its first answer: the mini-program's titles are fixed when it is uploaded.
 * @throws Error naming the file and the row that is missing
 */
export function subdistrictOf(pack: string): Subdistrict {
  const file = path.join(pack, 'settings.csv')
  const rows = parse(readFileSync(file), { bom: true, relax_column_count: true, trim: true })
  const values = new Map(rows.map(([item = '', value = '']) => [item, value]))
  const required = (item: string): string => {
    const value = values.get(item)
    if (value) return value
    throw new Error(`${file} has no value for ${item}, which the mini-program is built with`)
  }
  return {
    name: required(ROWS.name),
    kind: required(ROWS.kind) === '镇' ? '镇' : '街道',
    organiser: required(ROWS.organiser),
    appName: required(ROWS.appName),
    phone: values.get(ROWS.phone) || null,
    hotline: required(ROWS.hotline),
    guideline: required(ROWS.guideline),
    mapLicence: values.get(ROWS.mapLicence) || null,
    closingSoonMinutes: Number(required(ROWS.closingSoonMinutes)),
  }
}
