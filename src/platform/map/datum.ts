import gcoord from 'gcoord'
import { wgs84, type Gcj02, type Wgs84 } from '../../../core/kernel/units'

/** GCJ-02 is what WeChat's and Tencent's maps speak; outside China both datums are the same. */
export function toGcj02(position: Wgs84): Gcj02 {
  const [longitude, latitude] = gcoord.transform([position[0], position[1]], gcoord.WGS84, gcoord.GCJ02)
  return [longitude, latitude] as unknown as Gcj02
}

export function fromGcj02(longitude: number, latitude: number): Wgs84 {
  const [east, north] = gcoord.transform([longitude, latitude], gcoord.GCJ02, gcoord.WGS84)
  return wgs84(east, north)
}
