import {
  maxLength,
  maxValue,
  minValue,
  integer,
  number,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { OFFICE_STAFF } from '../domain/staff/post'
import { FILE_KINDS } from '../domain/staff/picture'
import { MOST_PICTURE_BYTES, PICTURE_NAME, PICTURE_TYPES, PICTURE_WIDTHS } from '../shapes/picture'
import { endpoint, staff, type } from './endpoint'
import { slug } from './fields'

export const pictureName = pipe(string(), regex(PICTURE_NAME, 'send the name as it came'))
const ticket = pipe(string(), regex(/^[\w-]{22}$/, 'send the ticket as it came'))

/** A picture as it was stored, in pixels of its largest width. */
export interface StoredPicture {
  readonly name: string
  readonly width: number
  readonly height: number
}

export const file = {
  /** Leave to send one picture for an activity, or for the draft of one, with `PUT /upload/<ticket>` within ten minutes. */
  'file.begin': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      kind: picklist(FILE_KINDS),
      /** Bytes. */
      size: pipe(number(), integer(), minValue(1), maxValue(2 ** 40)),
      /** The activity, or the `recordId` of a draft. */
      activityId: slug,
    }),
    output: type<{ readonly ticket: string }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'picture_too_heavy',
      'pictures_full',
      'pictures_too_fast',
    ],
    desk: 'only',
  }),
  /**
   * What `PUT /upload/<ticket>` becomes: the picture made anew, on the server alone. The ticket is used up by it,
   * whatever the answer is.
   */
  'file.store': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'exchange',
    input: strictObject({
      ticket,
      base64: pipe(
        string(),
        maxLength(Math.ceil(MOST_PICTURE_BYTES / 3) * 4),
        regex(/^[A-Za-z0-9+/]*={0,2}$/, 'send the bytes of the file as base64'),
      ),
    }),
    output: type<StoredPicture>(),
    refusals: [
      'upload_over',
      'activity_not_found',
      'not_own_office',
      'picture_heic',
      'picture_drawn',
      'not_a_picture',
      'picture_too_large',
      'picture_too_small',
      'picture_broken',
    ],
    desk: 'only',
  }),
  /** A picture for whoever works on its activity, also before residents may see it: 960 pixels, JPEG, as base64. */
  'file.look': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ name: pictureName }),
    output: type<StoredPicture & { readonly base64: string }>(),
    refusals: ['file_not_found', 'not_own_office'],
    desk: 'only',
  }),
  /** One width of a picture that is public; browsers get the same at `/files/<name>/<width>.<type>`. */
  'file.read': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({
      name: pictureName,
      width: picklist(PICTURE_WIDTHS),
      type: picklist(PICTURE_TYPES),
    }),
    /** `content` is base64. */
    output: type<{ readonly mediaType: string; readonly content: string }>(),
    refusals: ['file_not_found'],
  }),
} as const
