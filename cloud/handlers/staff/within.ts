import type { Post, StaffReach } from '../../../core/domain/staff/post'

/** Posts and invitations that an appointer may see and take back: an admin all, a lead those of the own offices and own making. */
export const isWithin = (
  row: { readonly office_ids: readonly string[]; readonly invited_by: string | null },
  posts: readonly Post[],
  { offices }: StaffReach,
): boolean =>
  offices === 'all' ||
  posts.some(({ id }) => id === row.invited_by) ||
  (row.office_ids.length > 0 && row.office_ids.every((id) => offices.includes(id)))
