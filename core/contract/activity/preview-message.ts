import type { IsoInstant } from '../../kernel/shanghai-time'
import type { HomeContent } from '../home'
import type { PreviewedPage } from './activity-page'

/** What the desk posts to the page `/preview/` that it frames. Both ends take it from their own origin alone. */
export interface PreviewMessage {
  readonly kind: 'preview'
  readonly page: PreviewedPage
  /** Offices and names, as every page of a resident has them. */
  readonly home: HomeContent
  readonly edition: 'standard' | 'elder'
  readonly theme: 'light' | 'dark'
  /** By the server's clock. */
  readonly now: IsoInstant
}

/** What the framed page says: it can be posted to, or somebody in it pressed Esc. */
export interface PreviewAnswer {
  readonly kind: 'preview-ready' | 'preview-left'
}
