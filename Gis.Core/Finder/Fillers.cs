using System.Collections.Immutable;

namespace Gis.Core.Finder;

/// <summary>Words around a place and a matter that name neither.</summary>
internal static class Fillers
{
    internal static ImmutableArray<string> Chinese { get; } =
    [
        .. ("我 我们 我家 我家的 我是 我想 我要 你 您 他 她 咱 咱们 俺 家 家里 的 地 得 了 着 过 吗 呢 吧 啊 呀 被 把 给 让 和 跟 与 及 或 在 是 有 没 没有 不 去 到 来 从 往 想 要 想要 能 能不能 可以 可不可以 会 应该 "
           + "怎么 怎么办 咋 咋办 咋弄 如何 什么 啥 谁 哪 哪里 哪儿 哪个 多少 几 几个 请 请问 问 问问 找 找谁 找到 查 查查 看 看看 办 办理 帮 帮忙 帮帮我 说 说说 知道 听说 "
           + "附近 最近 旁边 那边 这边 这里 那里 边上 周围 就近 离 近 远 路 多远 怎么走 地址 电话 位置 地方 人 事 事情 的事 问题 情况 东西 现在 今天 昨天 明天 以后 之后 以前 怎么样 还 也 都 就 才 又 很 太 一个 一直 "
           + "居委会 村委会 居民委员会 村民委员会 村委 居委 街道办事处 街道办 办事处 派出所 管委会 孩子 儿子 女儿 娃 爸爸 妈妈 爸 妈 父亲 母亲 父母 爷爷 奶奶 老公 老婆 丈夫 妻子 媳妇 婆婆 公公 哥哥 弟弟 姐姐 妹妹 兄弟 姐妹 亲戚 朋友 同事 "
           + "老板 老人 老汉 村民 农民 工人 对方 别人 人家 学校 医院 公司 工厂 工地 单位 房子 钱 元 年 月 天 岁 大 小 好 坏 "
           + "公社 大队 生产队 小队 队 组 号 号楼 楼 单元 室 户 区 县城 城里 乡下 农村 里 里面 上 下 那 这 个 人民政府 政府 老家 打工 住 住在 住址 搬 〇 一 二 三 四 五 六 七 八 九 十 社 社区 村里 村上 镇上 村 镇 乡 县 市")
            .Split(' '),
    ];

    /// <summary>Pinyin and English of the same kind; only whole words count.</summary>
    internal static ImmutableArray<string> Latin { get; } =
    [
        .. ("wo women zai qu dao xiang yao de le shi you bei zenme zenmeban ban nali nar fujin zuijin qing wen zhao jia "
           + "i im my me we in at on to of for the a an is are was has have had not no do does where what how who can could with about from near nearest closest find get want need help please and or legal point service station room village town township city china yinchuan")
            .Split(' '),
    ];
}
