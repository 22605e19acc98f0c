import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { CounterRegistered } from '../../core/contract/registration/counter'
import { newRequestId } from '../api/client'
import { emptyForm, type GuestForm, type KnownGuest } from './counter-model'

/** A form that waits as a tab, or what became of it. */
export interface OpenForm {
  readonly form: GuestForm
  readonly isJudged: boolean
  /**
   * Ids of acts, by how the question was answered whether it is somebody known: the same until something else is
   * wanted, so that sending twice registers once.
   */
  readonly actIds: Readonly<Record<string, string>>
  readonly failure: string | null
  readonly known: readonly KnownGuest[]
  readonly done: CounterRegistered | null
}

/** Where more are open people get mixed up. */
export const MOST_FORMS = 3

interface Forms {
  readonly open: readonly OpenForm[]
  readonly shown: number
  readonly nextKey: number
}

const openForm = (key: number, given: Partial<GuestForm> = {}): OpenForm => ({
  form: { ...emptyForm(key), ...given },
  isJudged: false,
  actIds: {},
  failure: null,
  known: [],
  done: null,
})

const first = (): Forms => ({ open: [openForm(1)], shown: 1, nextKey: 2 })

const Context = createContext<readonly [Forms, (change: (forms: Forms) => Forms) => void] | null>(null)

/**
 * Keeps the forms of a counter while other screens are open. In memory alone: what was typed about people goes with
 * the page, and with whoever was signed in.
 */
export function OpenForms({ children }: { readonly children: ReactNode }) {
  const [forms, setForms] = useState(first)
  const value = useMemo(() => [forms, setForms] as const, [forms])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

const added = (forms: Forms, given: Partial<GuestForm> = {}): Forms => ({
  open: [...forms.open, openForm(forms.nextKey, given)],
  shown: forms.nextKey,
  nextKey: forms.nextKey + 1,
})

export function useForms() {
  const context = useContext(Context)
  if (context === null) throw new Error('the forms of a counter are used outside OpenForms')
  const [forms, change] = context
  const update = (key: number, updated: (open: OpenForm) => OpenForm) =>
    change((before) => ({
      ...before,
      open: before.open.map((open) => (open.form.key === key ? updated(open) : open)),
    }))
  return {
    open: forms.open,
    shown: forms.open.find(({ form }) => form.key === forms.shown) ?? forms.open[0],
    mayAdd: forms.open.length < MOST_FORMS,
    add: (given?: Partial<GuestForm>) =>
      change((before) => (before.open.length < MOST_FORMS ? added(before, given) : before)),
    show: (key: number) => change((before) => ({ ...before, shown: key })),
    /** Where it was the last one, an empty one takes its place. */
    close: (key: number, given?: Partial<GuestForm>) =>
      change((before) => {
        const open = before.open.filter(({ form }) => form.key !== key)
        const [next] = open
        if (next === undefined) return added({ ...before, open }, given)
        return { ...before, open, shown: before.shown === key ? next.form.key : before.shown }
      }),
    /** The id of the act that registers with this answer. */
    actId: ({ form: { key }, actIds }: OpenForm, answer: string): string => {
      const actId = actIds[answer] ?? newRequestId()
      update(key, (open) => ({ ...open, actIds: { ...open.actIds, [answer]: actId } }))
      return actId
    },
    update: (key: number, changed: Partial<OpenForm>) => update(key, (open) => ({ ...open, ...changed })),
    /** Something else is wanted now: it is another act. */
    type: (key: number, changed: Partial<GuestForm>) =>
      update(key, (open) => ({
        ...open,
        form: { ...open.form, ...changed },
        actIds: {},
        failure: null,
        known: [],
      })),
  }
}
