import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import {
  DRAWN_GROUND,
  inRow,
  overlapping,
  READABLE_WIDTH,
  roundedPosition,
  signPlace,
  type StallPosition,
} from '../../core/domain/activity/stall/position'
import { PLAN, positionText } from '../text/stalls'
import type { Row } from './stall-model'

interface PlanBoardProps {
  readonly rows: readonly Row[]
  /** Where the market takes place, as people say it: it names the drawn ground. */
  readonly place: string
  readonly onChange: (rows: readonly Row[]) => void
  readonly onPrint: () => void
}

/** Pixels that a finger trembles without dragging. */
const TREMBLE = 4
const MIDDLE: StallPosition = { x: 0.5, y: 0.5 }
const MOST_PAIRS = 4

interface Chosen {
  readonly key: number
  /** Where it stood when it was chosen: Esc puts it back. */
  readonly was: StallPosition | null
}

interface Drag {
  readonly key: number
  readonly from: { readonly x: number; readonly y: number }
  /** In pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  /** Where on the plan that is; `null` beside it. */
  readonly spot: StallPosition | null
  readonly hasMoved: boolean
}

/** A row that is being laid: where the next point would be, and the first one once it is set. */
interface Laying {
  readonly cross: StallPosition
  readonly first: StallPosition | null
}

/** 摊位图: numbers that have no place yet lie in a tray, are dragged onto the plan, moved and taken off; or all by keys. */
export function PlanBoard({ rows, place, onChange, onPrint }: PlanBoardProps) {
  const ground = useRef<HTMLDivElement>(null)
  const tray = useRef<HTMLDivElement>(null)
  const numbers = useRef(new Map<number, HTMLButtonElement>())
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [laying, setLaying] = useState<Laying | null>(null)
  const [said, setSaid] = useState('')
  const wasDragged = useRef(false)

  const numbered = rows.filter(({ cells }) => cells.number.trim() !== '')
  const waiting = numbered.filter(({ position }) => position === null)
  const placed = numbered.flatMap((row) =>
    row.position === null ? [] : [{ key: row.key, number: row.cells.number, position: row.position }],
  )
  const isChosenPlaced = chosen !== null && placed.some(({ key }) => key === chosen.key)
  useEffect(() => {
    // A number that changes between tray and plan is another button: the keys stay with it.
    if (chosen !== null && document.activeElement === document.body) numbers.current.get(chosen.key)?.focus()
  }, [chosen, isChosenPlaced])

  const isOnPlan = (key: number): boolean => placed.some((one) => one.key === key)
  const numberOf = (key: number): string => rows.find((row) => row.key === key)?.cells.number ?? ''
  const put = (key: number, to: StallPosition | null) => {
    const position = to === null ? null : roundedPosition(to)
    onChange(rows.map((row) => (row.key === key ? { ...row, position } : row)))
    const number = numberOf(key)
    setSaid(position === null ? PLAN.takenOff(number) : PLAN.stands(number, positionText(position)))
  }
  const choose = (key: number) => {
    setLaying(null)
    if (chosen?.key === key) return setChosen(null)
    setChosen({ key, was: rows.find((row) => row.key === key)?.position ?? null })
    setSaid(PLAN.chosen(numberOf(key)))
  }
  /** Where on the ground; `null` beside it. */
  const spotOf = ({ x, y }: { readonly x: number; readonly y: number }): StallPosition | null => {
    const box = ground.current?.getBoundingClientRect()
    if (box === undefined || !isWithin(box, x, y)) return null
    return { x: (x - box.left) / box.width, y: (y - box.top) / box.height }
  }

  const handlers = (key: number) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const at = { x: event.clientX, y: event.clientY }
      wasDragged.current = false
      setDrag({ key, from: at, at, spot: null, hasMoved: false })
    },
    onPointerMove: ({ clientX: x, clientY: y }: PointerEvent) => {
      if (drag?.key !== key) return
      const hasMoved = drag.hasMoved || Math.hypot(x - drag.from.x, y - drag.from.y) > TREMBLE
      setDrag({ ...drag, at: { x, y }, spot: spotOf({ x, y }), hasMoved })
    },
    onPointerUp: ({ clientX: x, clientY: y }: PointerEvent) => {
      if (drag?.key !== key) return
      setDrag(null)
      if (!drag.hasMoved) return
      wasDragged.current = true
      const spot = spotOf({ x, y })
      const trayBox = tray.current?.getBoundingClientRect()
      if (spot !== null) put(key, spot)
      else if (trayBox !== undefined && isWithin(trayBox, x, y)) put(key, null)
      setChosen(null)
    },
    onPointerCancel: () => setDrag(null),
    onClick: (event: MouseEvent) => {
      event.stopPropagation()
      // What ends a drag is no tap.
      if (wasDragged.current) wasDragged.current = false
      else choose(key)
    },
  })
  const onKey = (row: Row) => (event: KeyboardEvent) => {
    if (chosen?.key !== row.key) return
    const step = stepOf(event)
    if (step !== null) {
      event.preventDefault()
      put(row.key, row.position === null ? MIDDLE : moved(row.position, step))
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      put(row.key, null)
    } else if (event.key === 'Escape') {
      onChange(rows.map((one) => (one.key === row.key ? { ...one, position: chosen.was } : one)))
      setChosen(null)
      setSaid(PLAN.back(row.cells.number))
    }
  }
  const pointRow = (spot: StallPosition) => {
    if (laying === null) return
    if (laying.first === null) {
      setLaying({ cross: spot, first: spot })
      return setSaid(PLAN.rowTo)
    }
    const spots = inRow(laying.first, spot, waiting.length)
    const at = new Map(waiting.map(({ key }, index) => [key, spots[index] ?? null]))
    onChange(rows.map((row) => (at.has(row.key) ? { ...row, position: at.get(row.key) ?? null } : row)))
    setLaying(null)
    setSaid(PLAN.rowDone(waiting.length))
  }
  const onGround = ({ clientX: x, clientY: y }: MouseEvent) => {
    const spot = spotOf({ x, y })
    if (spot === null) return
    if (laying !== null) return pointRow(spot)
    if (chosen === null) return
    put(chosen.key, spot)
    // One after the other: the next number of the tray is at hand.
    const at = waiting.findIndex(({ key }) => key === chosen.key)
    const next = at < 0 ? undefined : (waiting[at + 1] ?? waiting.find(({ key }) => key !== chosen.key))
    setChosen(next === undefined ? null : { key: next.key, was: null })
  }
  const onRowKey = (event: KeyboardEvent) => {
    if (laying === null) return
    const step = stepOf(event)
    if (step !== null) {
      event.preventDefault()
      const cross = roundedPosition(moved(laying.cross, step))
      setLaying({ ...laying, cross })
      setSaid(positionText(cross))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      pointRow(laying.cross)
    } else if (event.key === 'Escape') setLaying(null)
  }

  if (numbered.length === 0) return <p className="soft">{PLAN.noNumbers}</p>
  const over = overlapping(placed, READABLE_WIDTH, DRAWN_GROUND.width / DRAWN_GROUND.height)
  const isOver = new Set(over.flatMap((pair) => pair.map(({ key }) => key)))
  const dragged = drag?.hasMoved === true ? drag : null
  const chip = (row: Row) => (
    <button
      key={row.key}
      ref={(element) => {
        if (element === null) numbers.current.delete(row.key)
        else numbers.current.set(row.key, element)
      }}
      type="button"
      className={`plan-chip${row.key === chosen?.key ? ' plan-chip--chosen' : ''}`}
      aria-pressed={row.key === chosen?.key}
      aria-label={PLAN.number(row.cells.number)}
      onKeyDown={onKey(row)}
      {...handlers(row.key)}
    >
      {row.cells.number}
    </button>
  )
  return (
    <div className="plan-board">
      <div
        ref={ground}
        className={`plan-ground${chosen !== null || laying !== null ? ' plan-ground--waits' : ''}`}
        role="img"
        aria-label={PLAN.ground}
        onClick={onGround}
      >
        <span className="plan-ground__place">{place}</span>
        {placed.map(({ key, number, position }) => {
          const at = dragged?.key === key ? (dragged.spot ?? position) : position
          const look = [
            'plan-sign',
            key === chosen?.key ? 'plan-sign--chosen' : '',
            isOver.has(key) ? 'plan-sign--over' : '',
            dragged?.key === key ? 'plan-sign--dragged' : '',
          ]
          return (
            <span
              key={key}
              className={look.filter(Boolean).join(' ')}
              style={signPlace(at)}
              {...handlers(key)}
            >
              {number}
            </span>
          )
        })}
        {laying?.first ? <span className="plan-cross" style={signPlace(laying.first)} /> : null}
        {laying === null ? null : <span className="plan-cross" style={signPlace(laying.cross)} />}
      </div>
      <div className="plan-beside">
        <div ref={tray} className="plan-tray" role="group" aria-label={PLAN.tray(waiting.length)}>
          <p>{waiting.length === 0 ? PLAN.trayEmpty : PLAN.tray(waiting.length)}</p>
          {waiting.map(chip)}
        </div>
        <div className="plan-beside__row">
          <Button
            size="small"
            disabled={waiting.length === 0}
            onKeyDown={onRowKey}
            onClick={() => {
              setChosen(null)
              setLaying(laying === null ? { cross: MIDDLE, first: null } : null)
              setSaid(laying === null ? PLAN.rowFrom : '')
            }}
          >
            {laying === null ? PLAN.row : PLAN.rowStop}
          </Button>
          <Button size="small" disabled={placed.length === 0} onClick={onPrint}>
            {PLAN.print}
          </Button>
        </div>
        {placed.length === 0 ? null : (
          <div className="plan-tray" role="group" aria-label={PLAN.placed(placed.length)}>
            <p>{PLAN.placed(placed.length)}</p>
            {numbered.filter(({ position }) => position !== null).map(chip)}
          </div>
        )}
        <p className="plan-beside__said" role="status">
          {said === '' ? PLAN.how : said}
        </p>
        {over.length === 0 ? null : <p className="plan-beside__over">{overText(over)}</p>}
      </div>
      {dragged !== null && (dragged.spot === null || !isOnPlan(dragged.key)) ? (
        <span className="plan-sign plan-sign--flying" style={{ left: dragged.at.x, top: dragged.at.y }}>
          {numberOf(dragged.key)}
        </span>
      ) : null}
    </div>
  )
}

const isWithin = (box: DOMRect, x: number, y: number): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom

const DIRECTIONS: Readonly<Record<string, StallPosition>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** An arrow key moves by a hundredth, with Shift by five; `null` for any other key. */
function stepOf({ key, shiftKey }: KeyboardEvent): StallPosition | null {
  const direction = DIRECTIONS[key]
  const by = shiftKey ? 0.05 : 0.01
  return direction === undefined ? null : { x: direction.x * by, y: direction.y * by }
}

const moved = (from: StallPosition, by: StallPosition): StallPosition => ({
  x: from.x + by.x,
  y: from.y + by.y,
})

function overText(over: readonly (readonly { readonly number: string }[])[]): string {
  const pairs = over
    .slice(0, MOST_PAIRS)
    .map(([one, other]) => PLAN.pair(one?.number ?? '', other?.number ?? ''))
  return `${PLAN.overlaps(pairs.join('、'))}${over.length > MOST_PAIRS ? PLAN.more(over.length) : ''}`
}
