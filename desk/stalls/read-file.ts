import type { ReadSheet } from '../../core/contract/table'
import { MOST_FILE_BYTES } from '../../core/shapes/table-file'
import { gridOfHtml, gridOfTabs, type GridRow } from '../../core/tables/grid'
import { call } from '../api/client'
import { failureText } from '../text/failures'
import { STALLS } from '../text/stalls'

export type FileReading =
  | { readonly kind: 'read'; readonly sheets: readonly ReadSheet[] }
  | { readonly kind: 'failed'; readonly sentence: string }

/** What stands in a file that somebody chose; the server reads it and stores nothing. */
export async function readTableFile(file: File): Promise<FileReading> {
  if (file.size > MOST_FILE_BYTES) return { kind: 'failed', sentence: STALLS.fileTooBig }
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    // Moved, or held by another program, since it was chosen.
    if (error instanceof DOMException) return null
    throw error
  })
  if (bytes === null) return { kind: 'failed', sentence: STALLS.fileUnread }
  const reply = await call('table.read', { base64: base64Of(new Uint8Array(bytes)) })
  return reply.ok
    ? { kind: 'read', sheets: reply.value.sheets }
    : { kind: 'failed', sentence: failureText(reply) }
}

const CHUNK = 32_768

function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}

/** What was copied: a table where there is one, so that merged cells are understood; else tabs; else lines of a chat. */
export function pastedFrom(clipboard: DataTransfer): { grid: readonly GridRow[] | null; text: string } {
  const html = clipboard.getData('text/html')
  const text = clipboard.getData('text/plain')
  const grid =
    html === '' ? null : gridOfHtml(new DOMParser().parseFromString(html, 'text/html').documentElement)
  if (grid !== null && grid.length > 0) return { grid, text }
  return { grid: text.includes('\t') ? gridOfTabs(text) : null, text }
}
