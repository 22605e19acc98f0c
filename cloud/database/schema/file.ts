import type { FileKind } from '../../../core/domain/staff/picture'
import type { Moment, NullableMoment } from './columns'

/** A picture that staff brought: made anew in three widths, the original not kept. */
export interface FileTable {
  /** 128 random bits: whoever does not know it finds nothing. */
  name: string
  kind: FileKind
  /** Of what was brought. */
  media_type: string
  /** Of the largest width that is stored. */
  width: number
  height: number
  /** Of all widths together. */
  bytes: number
  owner_kind: 'activity'
  /** The activity, or the record that a draft is to become. */
  owner_id: string
  by_post: string
  at: Moment
}

export interface FileContentTable {
  file_name: string
  width: number
  media_type: 'image/webp' | 'image/jpeg'
  content: Buffer
}

/** Leave to send one file; good for ten minutes and one attempt. */
export interface UploadTicketTable {
  ticket_hash: Buffer
  kind: FileKind
  owner_kind: 'activity'
  owner_id: string
  by_post: string
  at: Moment
  used_at: NullableMoment
}

export interface FileTables {
  file: FileTable
  file_content: FileContentTable
  upload_ticket: UploadTicketTable
}
