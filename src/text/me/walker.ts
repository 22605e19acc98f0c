import { WALKING_SPEED } from '../vocabulary'

export const WALKER_PAGE = {
  title: WALKING_SPEED,
  heading: '您走得快还是慢？',
  why: '走得快慢不一样，分钟数就不一样。只记在这部手机上。',
  hints: {
    elder: '慢慢走，一分钟约 48 米',
    adult: '一分钟约 72 米',
    wheelchair: '不走台阶；没查过台阶的路，不算时间',
    stroller: '不走台阶，一分钟约 60 米',
  },
} as const
