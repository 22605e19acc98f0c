import type { SearchKind } from '../document'
import { plain } from '../plain'

/** Whom one calls: the hotline of the pack, or a number that is the same in the whole country. */
export type Help = 'hotline' | 'fire' | 'police' | 'ambulance'

/** The same everywhere in the country. */
export const EMERGENCY: Readonly<Record<Exclude<Help, 'hotline'>, string>> = {
  fire: '119',
  police: '110',
  ambulance: '120',
}

/** A kind of need, in the words of people who have it. */
export interface Need {
  /** Any of these in the question. */
  readonly words: readonly string[]
  /** Or one of the first and one of the second: 电梯 and 坏. */
  readonly pairs: readonly (readonly [things: readonly string[], troubles: readonly string[]])[]
  /** Words of a data pack for who helps; the first that something there is called by. None: nobody but the phone. */
  readonly looksFor: readonly string[]
  /** Kinds of things that help, the likeliest first. */
  readonly kinds: readonly SearchKind[]
  readonly help: Help
  /** The hotline is named even where somebody here helps. */
  readonly alwaysHelp: boolean
  /** What is said beside the word is the name of one of them: 南杨园居委 is the office there, whatever it is called. */
  readonly isNamed: boolean
}

const list = (words: string): readonly string[] =>
  words === '' ? [] : words.split(' ').map((word) => plain(word).text)

interface Given {
  readonly words?: string
  readonly pairs?: readonly (readonly [things: string, troubles: string])[]
  readonly looksFor?: string
  readonly kinds?: readonly SearchKind[]
  readonly help?: Help
  readonly alwaysHelp?: boolean
  readonly isNamed?: boolean
}

const SERVICE_FIRST: readonly SearchKind[] = ['service', 'office', 'facility', 'activity']
const PLACE_FIRST: readonly SearchKind[] = ['facility', 'service', 'office', 'activity']

const need = ({
  words = '',
  pairs = [],
  looksFor = '',
  kinds = SERVICE_FIRST,
  help = 'hotline',
  alwaysHelp = false,
  isNamed = false,
}: Given): Need => ({
  words: list(words),
  pairs: pairs.map(([things, troubles]) => [list(things), list(troubles)]),
  looksFor: list(looksFor),
  kinds,
  help,
  alwaysHelp,
  isNamed,
})

const CHILDREN = '孩子 小孩 小囡 宝宝 小朋友 孙子 孙女 外孙 外孙女 儿子 女儿 囡囡 娃'
const ELDERS =
  '老人 老年人 爸妈 父母 妈妈 爸爸 姆妈 老爸 老妈 老伴 老头 老太 爷爷 奶奶 外公 外婆 公公 婆婆 老爷子 老太太 老娘 老爹 老头子 老婆婆 阿婆 阿公 丈人 丈母娘 老父亲 老母亲 爹爹'
const NEIGHBOURS = '邻居 隔壁 楼上 楼下 对门 邻里 同楼'
const EITHER = `${ELDERS} ${CHILDREN} 有人`
const TO_TAKE_OUT = CHILDREN.split(' ').flatMap((who) => [`带${who}去哪`, `带${who}到哪`])

/**
 * Kinds of needs, in the words of residents of sixty to eighty-five, young parents and staff. Where several fit, the one
 * whose words cover most of the question is meant; of equals the first. An office is meant where nothing else is.
 */
export const NEEDS: readonly Need[] = [
  // Nobody should read a list first.
  need({
    words: '着火 起火 失火 火灾 冒烟 冒火 火苗 烧起来 烧着 爆炸 119',
    pairs: [[`${NEIGHBOURS} 楼道 厨房 家里 屋里 地下室 车棚`, '有烟 好多烟 冒烟 浓烟 着火 起火 火光']],
    help: 'fire',
  }),
  need({
    words:
      '救命 晕倒 昏倒 昏迷 晕过去 昏过去 晕了过去 昏了过去 倒地不起 突然倒地 倒在地上 胸口痛 胸痛 心梗 中风 脑梗 喘不上气 喘不过气 透不过气 呼吸困难 大出血 吐血 急救 救护车 心脏病发 发作 抽搐 休克 不省人事 没呼吸 噎住 噎着 噎到 卡住喉咙 吃错药 喝农药 农药 服毒 割腕 被车撞 车祸 流血不止 血止不住 止不住血 口吐白沫 嘴歪 嘴巴歪 骨折 触电 中毒 起不来 站不起来 爬不起来 叫不醒 说不出话 没知觉 半边麻 120',
    pairs: [[EITHER, '摔倒 摔跤 跌倒 跌跤 摔伤 摔了 流血 没反应']],
    help: 'ambulance',
  }),
  need({
    words:
      '报警 抢劫 小偷 偷东西 被偷 偷 拿刀 家暴 打架 走失 走丢 失踪 被打 持刀 砸门 撬锁 撬门 进贼 有贼 来贼 打人了 在打人 跟踪 有人跟着 跳楼 自杀 轻生 想不开 110',
    pairs: [
      [`${EITHER} 人`, '走丢 走失 丢了 不见了 找不到了 找不着了 失踪'],
      ['老公 老婆 丈夫 妻子 男人 儿子 女婿 儿媳 媳妇', '打我 打人 动手'],
      ['有人', '打人 撬 闯进来 翻窗'],
    ],
    help: 'police',
  }),

  // Health.
  need({
    words:
      '医院 看病 看医生 门诊 急诊 挂号 配药 开药 拿药 降压药 降糖药 感冒药 胃药 药方 处方 打针 流感 流感针 肩膀疼 肩膀痛 胃疼 胃痛 头昏 睡不好 过敏 皮肤痒 耳朵背 听力 看中医 看眼睛 看大夫 体温 高烧 低烧 退烧 手麻 脚麻 病 药 医 输液 吊针 体检 量血压 血压 测血糖 血糖 化验 发烧 发热 感冒 咳嗽 头疼 头痛 头晕 牙疼 牙痛 看牙 肚子疼 肚子痛 拉肚子 腰疼 腰痛 腿疼 腿痛 膝盖疼 失眠 睡不着 不舒服 生病 毛病 家庭医生 社区医生 全科 卫生院 卫生中心 卫生站 卫生服务 医生 大夫 护士 医生上门 上门看病 疫苗 打疫苗 针 接种 狗咬 猫抓 康复 理疗 推拿 针灸 中医 慢病 糖尿病 高血压 心脏 眼睛 白内障 配眼镜 护理 上门护理 家庭病床 产检 心理 抑郁 心情不好 义诊',
    pairs: [
      [
        '头 牙 肚子 胃 腰 腿 脚 膝盖 肩 脖子 颈 背 手 眼睛 耳朵 喉咙 嗓子 胸 关节 心 皮肤',
        '疼 痛 酸 胀 发麻 肿 痒 难受 不舒服 看不清 听不见 听不清 扭了',
      ],
    ],
    looksFor: '看医生 健康 看病 卫生中心 卫生站 卫生服务 医生 医院 义诊',
  }),
  need({ words: '药店 药房 买药 配药店', looksFor: '药店 药房 看医生 健康', kinds: PLACE_FIRST }),
  need({
    words:
      '养老 养老院 敬老院 日托 日间照料 日间照护 托老 托老所 护理院 长期照护 照护 短住 照顾老人 老人没人管 护工 长护险 失能 独居 孤老 助浴 陪诊 喘息服务 居家养老',
    pairs: [
      [
        ELDERS,
        '没人管 没人照顾 没人带 没人看 没人陪 离不开人 不能自理 照顾 照料 照看 护理 瘫痪 卧床 失智 痴呆 走不动',
      ],
    ],
    looksFor: '养老院 综合为老 日托 助老 养老',
    kinds: PLACE_FIRST,
    alwaysHelp: true,
  }),

  // Neighbours.
  need({
    words:
      '吵架 吵相骂 纠纷 矛盾 闹矛盾 闹别扭 调解 劝架 评评理 讲道理 说理 家庭矛盾 婆媳 分家 遗产 赡养 离婚 打官司 欠钱不还 赔偿 占楼道 堆楼道 继承 吵 闹翻 翻脸',
    pairs: [
      [
        NEIGHBOURS,
        '吵 闹 噪音 响 声音 剁 电钻 小提琴 钢琴 拉琴 鸡叫 猫叫 抽烟 烧烤 麻将 装修 占 堆 不讲理 骂 打 烟味 油烟 狗 唱歌 唱 跳舞 弹琴 音响 音乐 打鼓 跑来跑去 跑 跳 蹦 拖 拖凳子 拖椅子 鞋柜 走廊 脚步 敲 咚咚 哭 吼 晒 浇水 浇花',
      ],
      ['夫妻 老公 老婆 儿媳 兄弟 子女', '吵 矛盾 打'],
    ],
    looksFor: '调解 邻里纠纷 家庭纠纷 纠纷',
    alwaysHelp: true,
  }),
  need({
    words: '法律咨询 律师 法律援助 法律帮助 公证 遗嘱 维权 打官司 告状 合同',
    looksFor: '法律援助 法律咨询 律师 调解',
    alwaysHelp: true,
  }),

  // Saying something to the office.
  need({
    words:
      '投诉 举报 告他 告他们 有话 对街道 跟街道 向街道 街道领导 看法 想法 诉求 呼吁 点子 意见 提意见 建议 提建议 提个建议 反映 反映情况 反映问题 信访 上访 不满意 态度差 态度不好 没人管 求助 表扬 点赞',
    pairs: [
      ['居委 居委会 居委干部 社工 干部 物业 保安 窗口 工作人员', '态度 不管 不理 不作为 骂人 推诿 踢皮球'],
    ],
    looksFor: '提意见 反映问题 建议 意见征集 意见',
    alwaysHelp: true,
  }),

  // A phone, a computer.
  need({
    words:
      '手机 智能手机 智能机 微信 支付宝 扫码 扫一扫 二维码 转账 付款码 手机支付 视频通话 视频聊天 打视频 发照片 发红包 抢红包 网上挂号 网上预约 网购 网上买菜 打车软件 打车 叫车 网约车 健康码 随申码 随申办 连wifi 连网 上网 电脑 下载 app 软件 短信 字太小 字调大 抖音 朋友圈 流量 智能 数码',
    pairs: [
      ['手机 微信 支付宝 电脑 网上 平板', '不会 怎么 教 学 挂号 付钱 付款 预约 打车 买票 点餐 缴费 太难'],
    ],
    looksFor: '学手机 智能手机 不会用手机 手机课 数字生活',
    kinds: ['service', 'activity', 'office', 'facility'],
  }),
  need({
    words: '诈骗 骗子 被骗 骗钱 反诈 96110 陌生电话 陌生短信 可疑短信 中奖 刷单 冒充',
    pairs: [['陌生 短信 电话 链接 客服 公安', '转钱 转账 汇款 打钱 验证码 银行卡']],
    looksFor: '反诈 防骗 诈骗',
    help: 'police',
  }),

  // Daily needs.
  need({
    words:
      '吃饭 饭 餐 吃午饭 吃晚饭 午饭 午餐 中饭 中午饭 晚饭 晚餐 早饭 早餐 早点 吃早饭 夜饭 烧饭 做饭 不想烧 助餐 助老餐 老年餐 老人餐 送餐 送饭 盒饭 外卖 饭堂 饭店 食堂 餐厅 点心 面条 馄饨 便宜饭 实惠',
    pairs: [['饭 饭菜 餐 早点 点心', '便宜 实惠 好吃 近 贵 哪 买 打包 带走']],
    looksFor: '吃饭 食堂 助餐 幸福餐吧 饭堂',
    kinds: PLACE_FIRST,
  }),
  need({ words: '买菜 菜场 菜市场 买肉 买鱼 买水果 买蔬菜 小菜 马大嫂', looksFor: '菜场 买菜 菜市场' }),
  need({ words: '超市 便利店 买东西 买日用品 小店', looksFor: '便利店 超市', kinds: PLACE_FIRST }),
  need({
    words: '理发 剪头发 剪头 剃头 剪发 烫头发 染发 美发 修面 理发店',
    looksFor: '理发 剪发 美发',
    kinds: ['activity', 'service', 'facility', 'office'],
  }),
  need({
    pairs: [
      ['修 换 磨 补', '电饭煲 电视 空调 冰箱 洗衣机 电扇 家电 手表 表 鞋 伞 锁 拉链 自行车 灯泡 刀 衣服'],
    ],
    words:
      '修鞋 修伞 修雨伞 换纱窗 换灯泡 磨刀 磨剪刀 配钥匙 开锁 修拉链 缝补 改裤脚 修表 换电池 修家电 修电视 修空调 修洗衣机 修冰箱 修自行车 修脚 便民服务',
    looksFor: '便民 小修小补 修补 磨刀 配钥匙',
    kinds: ['activity', 'service', 'facility', 'office'],
  }),
  need({ words: '厕所 公厕 卫生间 洗手间 上厕所', looksFor: '公厕 厕所', kinds: PLACE_FIRST }),
  need({ words: '打印 复印 扫描 拍照 证件照', looksFor: '打印 复印 自助' }),
  need({
    words: '自助 自助机 半夜办 晚上办 下班后办 24小时 夜里办 通宵',
    pairs: [['半夜 夜里 晚上 深夜 凌晨 下班后 下班以后', '办事 能办 可以办 办理 办证']],
    looksFor: '自助 24小时 一网通办',
  }),
  need({ words: '洗澡 浴室 洗衣 洗衣服 保姆 钟点工 家政 搬家 做卫生', looksFor: '家政 助浴' }),
  need({ words: '快递 寄快递 取快递 邮局 寄信 取包裹', looksFor: '快递 邮局', kinds: PLACE_FIRST }),
  need({ words: '银行 取钱 存钱 atm 取款', looksFor: '银行', kinds: PLACE_FIRST }),
  need({
    words: '旧衣服 旧家具 垃圾 大件垃圾 收废品 卖废品 回收 扔垃圾 垃圾分类 丢垃圾',
    looksFor: '垃圾回收点 垃圾分类 回收',
    kinds: PLACE_FIRST,
  }),

  // What is broken, and what disturbs everybody.
  need({
    words:
      '漏 坏 堵 修 漏水 滴水 渗水 停电 跳闸 没电 停水 没水 水管爆 爆管 水管裂 自来水 水发黄 水浑 水压 漏雨 窨井 煤气灶 热水器 反味 下水道堵 马桶堵 堵塞 煤气味 煤气漏 燃气 停气 断电 断网 路灯 积水 坑洼 井盖 树倒 枯枝 掉砖 墙皮 高空抛物 违建 违章搭建 群租 占道 乱停 乱扔 飞线充电 电瓶车上楼 消防通道 老鼠 蟑螂 白蚁 蚊子 臭味 异味 污水 油烟 噪音 扰民 广场舞 狗叫 遛狗 流浪猫 流浪狗 报修 维修 修理 物业 物业费 维修基金',
    pairs: [
      [
        '电梯 水管 水龙头 马桶 下水道 楼道灯 灯 门禁 防盗门 大门 门锁 对讲 屋顶 墙 窗 楼梯 扶手 路面 马路 地砖 健身器材 器材 长椅 监控 信箱 电线 空调 充电桩 自助机 机器 大屏',
        '坏 坏了 停了 停运 不动 不亮 不来 卡住 困 被困 关人 故障 漏 堵 爆 断 松 裂 破 掉 塌 异响 响 打不开 关不上 失灵 没人修 要修 没反应',
      ],
      ['老公房 老房子 房子 阳台 天花板', '漏雨 漏水 渗水 漏'],
      ['垃圾 垃圾桶 垃圾房', '没人收 不收 满 臭 堆 乱'],
      ['工地 马路 外面 半夜 夜里 施工 装修 饭店', '吵 噪音 响 声音'],
    ],
    looksFor: '报修 维修 物业',
    alwaysHelp: true,
  }),
  need({
    words: '停车 车位 停车位 停车场 停车难 充电桩 电瓶车充电 充电 非机动车',
    looksFor: '停车场 停车 充电',
    kinds: PLACE_FIRST,
  }),

  // Papers, money, housing.
  need({ words: '居住证 暂住证 居住登记 续签 外地人办证', looksFor: '居住证' }),
  need({
    words: '敬老卡 老年卡 老人卡 老年证 乘车卡 综合津贴 老人补贴 免费乘车 免费坐车 高龄津贴',
    pairs: [
      ['60岁 65岁 70岁 75岁 80岁 85岁 90岁', '免费 津贴 补贴 卡 待遇 福利'],
      [ELDERS, '卡 津贴 免费 待遇 福利'],
    ],
    looksFor: '敬老卡 老年卡',
  }),
  need({
    words: '身份证 户口 户口本 户籍 落户 迁户口 改名 护照 港澳通行证 签证 出生证 上户口 驾驶证 驾照',
    looksFor: '身份证 户口 户籍',
  }),
  need({
    words: '结婚 结婚证 领证 登记结婚 离婚证 准生证 生育登记 生育 二胎 三胎 独生子女 产假 生育津贴',
    looksFor: '结婚 婚姻登记 生育登记 生育',
  }),
  need({
    words:
      '医保 医保卡 社保 社保卡 养老金 退休 退休金 办退休 公积金 低保 救助 困难补助 大病 补助 补贴 慰问 残疾证 残疾人 优待证 退役军人 抚恤 失业金 丧葬费 报销 看病报销 医药费 医疗费 社区事务 受理中心 事务受理 办证 证明 开证明 盖章 窗口',
    looksFor: '医保 社保 救助 低保 事务受理 受理',
  }),
  // Papers that nobody here is known to write, whatever else they sound like.
  need({
    words: '居住证明 户籍证明 户口证明 收入证明 无犯罪证明 亲属关系证明 亲属证明 单身证明 健在证明 介绍信',
    pairs: [['证明 证明信', '开 打 出 办']],
    looksFor: '开证明 证明',
  }),
  need({
    words: '廉租房 公租房 保障房 租房 房租 买房 房产证 过户 加名字 房屋 共有产权 居转户 动迁 拆迁',
    looksFor: '公租房 廉租房 房屋',
  }),
  need({
    words:
      '旧改 旧房改造 老房子改造 老公房改造 老公房 老房改造 房子改造 成套改造 厨卫 合用厨房 厨房合用 合用卫生间 卫生间合用 独立卫生间 独用卫生间 没有卫生间 倒马桶 煤卫 修房子 平改坡',
    looksFor: '旧改 旧房改造 成套改造 旧住房',
  }),
  need({
    words: '装电梯 加电梯 加梯 加装电梯 老房电梯 爬不动楼 爬楼 楼梯爬不动 没有电梯',
    pairs: [
      ['电梯', '装 加 想要 申请'],
      ['楼 楼梯', '走不上 爬不上 上不去 上不了 下不来 下不了 走不动 爬不动'],
    ],
    looksFor: '加装电梯 加梯 装电梯',
  }),
  need({
    words: '无障碍 轮椅 坡道 扶手 推车 童车 婴儿车 台阶 盲道 助听 拐杖 行动不便 走不动',
    looksFor: '无障碍 坡道 扶手',
  }),
  need({ words: '死亡 去世 过世 丧事 殡葬 销户 火化 墓地', looksFor: '殡葬 丧事' }),
  need({ words: '养狗 狗证 养犬 养猫 宠物 办狗证 猫', looksFor: '养犬 狗证 宠物' }),

  // Work, learning, children.
  need({
    words:
      '找工作 工作 失业 就业 招聘 求职 招工 招人 开个店 上岗 创业 开店 开公司 注册公司 营业执照 职业培训 简历 实习 兼职 打工',
    looksFor: '找工作 就业 招聘 创业',
    kinds: PLACE_FIRST,
  }),
  need({
    words:
      '学习 上课 课程 老年大学 老年学校 学点 学唱歌 学跳舞 学画画 学书法 学英语 学电脑 学打拳 太极 培训 讲座 兴趣班 读书 看书 图书 图书馆 借书 阅览',
    looksFor: '学习 老年学校 上课 图书学习点 图书',
    kinds: ['service', 'facility', 'activity', 'office'],
  }),
  need({
    words: '幼儿园 托班 托儿所 早教',
    pairs: [[CHILDREN, '幼儿园 托 早教 入园']],
    looksFor: '幼儿园 宝宝屋',
    kinds: PLACE_FIRST,
  }),
  need({
    words: '宝宝屋 托育 带孩子没空 没人带孩子 孩子没人带 小孩没人带 带娃 临时托管',
    pairs: [[CHILDREN, '没人带 没人看 没人管 没人照顾 没人照看 托管 托育 照看 临托']],
    looksFor: '宝宝屋 托育 幼儿园',
    kinds: PLACE_FIRST,
  }),
  need({
    words: '小学 入学 转学 学区 报名上学',
    pairs: [[CHILDREN, '上学 上小学 小学 读书 入学']],
    looksFor: '小学 学校',
    kinds: PLACE_FIRST,
  }),
  need({
    words: '初中 中学 小升初 读初中 上初中 念初中 读中学',
    pairs: [[CHILDREN, '初中 中学']],
    looksFor: '初中 中学',
    kinds: PLACE_FIRST,
  }),
  need({
    words: '暑托班 晚托班 放学没人接 做作业 寒托班 少年宫 夏令营',
    pairs: [[CHILDREN, '放学 暑假 寒假 作业']],
    looksFor: '暑托班 晚托班 爱心暑托 少年宫 学习',
    kinds: ['activity', 'service', 'facility', 'office'],
  }),
  need({ words: '母婴室 喂奶 换尿布', looksFor: '母婴室 宝宝屋', kinds: PLACE_FIRST }),

  // Going out.
  need({
    words: `散步 走走 逛逛 遛弯 荡马路 遛娃 晒太阳 锻炼 晨练 健身 跑步 打太极 跳广场舞 公园 玩玩 ${TO_TAKE_OUT.join(' ')}`,
    pairs: [
      [CHILDREN, '玩 遛'],
      ['公园 绿地', '遛狗 狗 树 花 老人 锻炼'],
    ],
    looksFor: '公园 步道 健身点 散步',
    kinds: PLACE_FIRST,
  }),
  need({
    words: '地铁 坐地铁 轻轨 地铁站',
    looksFor: '地铁站 地铁',
    kinds: PLACE_FIRST,
  }),
  need({ words: '公交 公交车 坐车 乘车 车站', looksFor: '公交站 地铁站', kinds: PLACE_FIRST }),
  need({
    words: '集市 赶集 市集 摆摊 摊位 逛市集',
    looksFor: '市集 赶集',
    kinds: ['activity', 'service', 'facility', 'office'],
  }),
  need({ words: '展览 看展 参观 博物馆', looksFor: '展览 展厅 参观' }),
  need({
    words: '志愿者 做志愿 当志愿者 献爱心 捐款 捐衣服 捐东西 义工 入党 党员 组织关系 党费',
    looksFor: '志愿者 志愿 党群服务站 党群服务中心',
    kinds: ['service', 'office', 'activity', 'facility'],
  }),
  need({
    words: '党群 党群站 党群中心 党群服务站 党群服务中心 服务中心',
    looksFor: '党群服务中心 党群服务站',
    kinds: ['office', 'service', 'facility', 'activity'],
    isNamed: true,
  }),
  need({
    words: '居委会 居委 居委干部 社工 楼组长 居民区 网格员 服务站 会客厅',
    looksFor: '居委会 会客厅',
    kinds: ['office', 'service', 'facility', 'activity'],
    isNamed: true,
  }),
]

/** A need as a question speaks of it. */
export interface SpokenNeed extends Need {
  /** The word that the question has for it; empty where two words together say it. */
  readonly word: string
}

/** Who asks for the hotline itself, by its name; its number is in the settings. */
const HOTLINE = need({ words: '市民热线 政务热线 政府热线 服务热线 热线电话 热线' })

/**
 * The need that a plain text without blanks speaks of; `null` where it speaks of none. `hotline` is the number that is
 * called where nobody here helps. O(words of the table).
 */
export function needOf(text: string, hotline = ''): SpokenNeed | null {
  let best: SpokenNeed | null = null
  let most = 0
  for (const one of [...NEEDS, { ...HOTLINE, words: [...HOTLINE.words, ...list(hotline)] }]) {
    const word = longestIn(one.words, text)
    const pair = pairIn(one.pairs, text)
    const covered = Math.max(word.length, pair)
    const isBetter = best?.isNamed === true && !one.isNamed ? covered > 0 : covered > most
    if (isBetter && !(one.isNamed && best?.isNamed === false))
      [best, most] = [{ ...one, word: pair > word.length ? '' : word }, covered]
  }
  return best
}

/** Characters that a thing and its trouble cover together. */
function pairIn(pairs: Need['pairs'], text: string): number {
  let most = 0
  for (const [things, troubles] of pairs) {
    const thing = longestIn(things, text).length
    const trouble = thing === 0 ? 0 : longestIn(troubles, text).length
    if (trouble > 0) most = Math.max(most, thing + trouble)
  }
  return most
}

const longestIn = (words: readonly string[], text: string): string =>
  words.reduce((longest, word) => (word.length > longest.length && has(text, word) ? word : longest), '')

/** A number to call stands by itself: 120 is one in 打120, and none in 兰溪路120号, 110室 and 1101. */
const has = (text: string, word: string): boolean =>
  /^\d+$/.test(word)
    ? new RegExp(
        `(?:^|[^\\d路街弄楼栋幢])${word}(?!\\d|号(?!码)|[弄室幢栋楼村线路元块岁年月日点分米斤平个人])`,
      ).test(text)
    : text.includes(word)
