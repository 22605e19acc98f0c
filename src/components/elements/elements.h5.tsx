import { Children, useContext, type ClipboardEvent, type MouseEvent, type ReactNode } from 'react'
import { classNames } from './class-names'
import { dragHandlers } from './drag'
import { knowsWords, withBreaks, withoutBreaks } from '../../../core/kernel/line-breaks'
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
import { WholeNames } from './whole-names'

// Plain HTML instead of Taro's web components: a link is a link, a button takes the Enter key.

/** Taro's compiler for browsers renames these on every element of ours, too; other compilers do not. */
interface RenamedProps {
  readonly role?: BoxProps['ariaRole']
  readonly 'aria-label'?: string | undefined
  readonly 'aria-hidden'?: boolean | undefined
}

/** Text with the places where its lines may break; children that are no text as they are. */
function Lines({ children }: { readonly children?: ReactNode }) {
  const names = useContext(WholeNames)
  const parts = Children.toArray(children)
  if (!knowsWords || !parts.some((part) => typeof part === 'string')) return children
  const whole = joined(parts)
  return whole.map((part, index) =>
    typeof part === 'string'
      ? withBreaks(part, names, { afterElement: index > 0, beforeElement: index < whole.length - 1 })
      : part,
  )
}

/** What follows each other as text is one text: “共 ”, 23 and “ 处” are one line to break. */
function joined(parts: readonly ReactNode[]): readonly ReactNode[] {
  return parts.reduce<ReactNode[]>((all, part) => {
    const last = all.at(-1)
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
    else all.push(part)
    return all
  }, [])
}

/** Inside, lines break only where `Lines` lets them. */
const UNITS = knowsWords ? 'line-units' : undefined

export function View({
  className,
  style,
  id,
  takesKeys,
  onClick,
  children,
  ...spoken
}: BoxProps & RenamedProps) {
  return (
    <div
      className={className}
      style={style}
      id={id}
      tabIndex={takesKeys === true ? 0 : undefined}
      role={spoken.ariaRole ?? spoken.role}
      aria-label={spoken.ariaLabel ?? spoken['aria-label']}
      aria-hidden={spoken.ariaHidden ?? spoken['aria-hidden']}
      onClick={onClick}
    >
      <Lines>{children}</Lines>
    </div>
  )
}

export function Text({ className, children }: TextProps) {
  return (
    <span className={className}>
      <Lines>{children}</Lines>
    </span>
  )
}

/** Signs for breaking lines stay on the page. */
function copyAsWritten(copying: ClipboardEvent) {
  const chosen = window.getSelection()?.toString() ?? ''
  const written = withoutBreaks(chosen)
  if (written === chosen) return
  copying.clipboardData.setData('text/plain', written)
  copying.preventDefault()
}

/** The content of a page, as against the bars around it. */
export function Main({ className, children }: TextProps) {
  return (
    <main className={classNames(className, UNITS)} onCopy={copyAsWritten}>
      {children}
    </main>
  )
}

/** What stays at the bottom of a page: a landmark of its own for screen readers. */
export function Foot({ className, children }: TextProps) {
  return <footer className={classNames(className, UNITS)}>{children}</footer>
}

export function Heading({ level, className, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag className={className}>
      <Lines>{children}</Lines>
    </Tag>
  )
}

/** The reader asked the browser for another tab or window: leave the link to it. */
const wantsOwnTab = (click: MouseEvent) =>
  click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0

export function Tappable({ to, onTap, onDrag, label, chosen, className, children }: TappableProps) {
  const openRoute = useOpenRoute()
  if (to === undefined) {
    return (
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-pressed={chosen}
        onClick={onTap}
        {...dragHandlers(onDrag)}
      >
        <Lines>{children}</Lines>
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
      <Lines>{children}</Lines>
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
      <Lines>{children}</Lines>
    </button>
  )
}
