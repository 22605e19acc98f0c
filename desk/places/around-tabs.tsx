import type { DeskHolder } from '../../core/contract/desk'
import { linkTo } from '../router'
import { AROUND } from '../text/places'

/** Facilities, kinds and compounds are the 街道's. */
export const keepsAround = ({ posts }: DeskHolder): boolean =>
  posts.some(({ role }) => role === 'editor' || role === 'admin')

const TABS = [
  ['offices', 'places'],
  ['facilities', 'places/facilities'],
  ['compounds', 'places/compounds'],
  ['kinds', 'places/kinds'],
] as const

/** The tables of 场所, one beside the other. */
export const AroundTabs = ({ open }: { readonly open: (typeof TABS)[number][0] }) => (
  <nav className="tabs" aria-label={AROUND.tabs}>
    {TABS.map(([name, path]) => (
      <a key={name} {...linkTo(path)} {...(name === open ? { 'aria-current': 'page' as const } : {})}>
        {AROUND[name]}
      </a>
    ))}
  </nav>
)
