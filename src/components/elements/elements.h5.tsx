import type { MouseEvent } from 'react'
import type {
  BoxProps,
  ConsentButtonProps,
  FieldInputProps,
  HeadingProps,
  SearchInputProps,
  TappableProps,
  TextProps,
} from './props'
import { useOpenRoute } from './route-opener'

// Plain HTML instead of Taro's web components: a link is a link, a button takes the Enter key.

/** Taro's compiler for browsers renames these on every element of ours, too; other compilers do not. */
interface RenamedProps {
  readonly role?: BoxProps['ariaRole']
  readonly 'aria-label'?: string | undefined
  readonly 'aria-hidden'?: boolean | undefined
}

export function View({ className, style, id, onClick, children, ...spoken }: BoxProps & RenamedProps) {
  return (
    <div
      className={className}
      style={style}
      id={id}
      role={spoken.ariaRole ?? spoken.role}
      aria-label={spoken.ariaLabel ?? spoken['aria-label']}
      aria-hidden={spoken.ariaHidden ?? spoken['aria-hidden']}
      onClick={onClick}
    >
      {children}
    </div>
  )
}

export function Text({ className, children }: TextProps) {
  return <span className={className}>{children}</span>
}

/** The content of a page, as against the bars around it. */
export function Main({ className, children }: TextProps) {
  return <main className={className}>{children}</main>
}

/** What stays at the bottom of a page: a landmark of its own for screen readers. */
export function Foot({ className, children }: TextProps) {
  return <footer className={className}>{children}</footer>
}

export function Heading({ level, className, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return <Tag className={className}>{children}</Tag>
}

/** The reader asked the browser for another tab or window: leave the link to it. */
const wantsOwnTab = (click: MouseEvent) =>
  click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0

export function Tappable({ to, onTap, label, chosen, className, children }: TappableProps) {
  const openRoute = useOpenRoute()
  if (to === undefined) {
    return (
      <button type="button" className={className} aria-label={label} aria-pressed={chosen} onClick={onTap}>
        {children}
      </button>
    )
  }
  const follow = (click: MouseEvent) => {
    if (wantsOwnTab(click)) return
    click.preventDefault()
    onTap?.()
    openRoute(to)
  }
  return (
    <a
      href={to}
      className={className}
      aria-label={label}
      aria-current={chosen ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  )
}

export function SearchInput(props: SearchInputProps) {
  const { value, hint, label, className, focus, onChange, onConfirm } = props
  return (
    <input
      type="search"
      enterKeyHint="search"
      autoFocus={focus}
      className={className}
      value={value}
      placeholder={hint}
      aria-label={label}
      onChange={(change) => onChange(change.target.value)}
      onKeyDown={(press) => {
        // Enter while an input method still offers characters chooses one of them.
        if (press.key === 'Enter' && !press.nativeEvent.isComposing) onConfirm?.()
      }}
    />
  )
}

const INPUT_MODES = { text: 'text', number: 'numeric', phone: 'tel' } as const

export function FieldInput({ value, hint, label, keys, longest, className, onChange }: FieldInputProps) {
  return (
    <input
      type="text"
      inputMode={INPUT_MODES[keys]}
      maxLength={longest}
      className={className}
      value={value}
      placeholder={hint}
      aria-label={label}
      onChange={(change) => onChange(change.target.value)}
    />
  )
}

/** Browsers forward by address; the page shows it in place of this. */
export function ShareButton(_: TextProps) {
  return null
}

/** A browser asks by itself: agreeing is an ordinary tap. */
export function ConsentButton({ className, onAgree, children }: ConsentButtonProps) {
  return (
    <button type="button" className={className} onClick={onAgree}>
      {children}
    </button>
  )
}
