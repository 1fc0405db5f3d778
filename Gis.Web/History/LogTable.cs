using System.Globalization;
using Gis.Core.Network;
using Gis.Data.Store.History;
using Gis.Web.Layout;

namespace Gis.Web.History;

/// <summary>Entries of the log as a table.</summary>
/// <param name="Lines">The entries.</param>
/// <param name="Authors">What colleagues call the accounts that wrote them.</param>
/// <param name="MayOpen">Whether the reader may open an entry.</param>
public sealed record LogTable(IReadOnlyList<LogLine> Lines, IReadOnlyDictionary<string, string> Authors, bool MayOpen)
{
    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Next => Lines.Count == NetworkHistory.PageSize ? Lines[^1].Sequence : null;

    /// <summary>The entries asked for, with their authors.</summary>
    public static async Task<LogTable> Read(NetworkHistory history, LogFilter filter, bool mayOpen, CancellationToken cancel)
    {
        var lines = await history.ListAsync(filter, cancel);
        return new LogTable(lines, await history.NameAuthorsAsync(lines, cancel), mayOpen);
    }

    /// <summary>The number before which a page ends, as its address has it; null for the first page.</summary>
    public static long? ReadBefore(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Who did it, in words.</summary>
    public string AuthorOf(LogLine line, Language language) => line.AuthorId is not { } id
        ? language["程序", "The program"]
        : Authors.TryGetValue(id, out var name) && name.Length > 0 ? name : language["已注销的账号", "A closed account"];

    /// <summary>What was done, in words; a command that has none stands as it is.</summary>
    public static string CommandOf(LogLine line, Language language) => line.Command switch
    {
        "network.fill" => language["建立网络", "Made the network"],
        "network.replace" => language["整体替换网络", "Replaced the network"],
        "log.begin" => language["开始记日志", "Began the log"],
        "change.undo" => language[$"撤销第 {line.Undoes} 条", $"Undid entry {line.Undoes}"],
        "point.add" => language["新增服务点", "Added a point"],
        "point.change" => language["修改服务点", "Changed a point"],
        "point.remove" => language["移除服务点", "Removed a point"],
        "hours.special-add" => language["登记临时开放时间", "Gave special hours"],
        "hours.special-remove" => language["取消临时开放时间", "Took special hours back"],
        "village.change" => language["修改村(居)", "Changed a village"],
        "firm.change" => language["修改律所", "Changed a firm"],
        "import" => language["导入名单", "Imported lists"],
        "import.points" => language["导入服务点名单", "Imported a list of points"],
        "import.villages" => language["导入村(居)名单", "Imported a list of villages"],
        "import.staff" => language["导入岗位名单", "Imported a list of posts"],
        "register.update" => language["更新区划代码", "Brought the register of units up to date"],
        "import.firms" => language["导入律所名单", "Imported a list of firms"],
        "account.invite" => language["发出邀请", "Invited somebody"],
        "account.invite-withdraw" => language["收回邀请", "Withdrew an invitation"],
        "account.join" => language["接受邀请", "Accepted an invitation"],
        "account.role" => language["更改角色", "Changed a role"],
        "account.password" => language["改了自己的密码", "Changed the own password"],
        "account.lock" => language["连错五次,锁住账号", "Locked an account after five wrong attempts"],
        "account.unlock" => language["解锁账号", "Unlocked an account"],
        "account.second-factor-reset" => language["重设两步验证", "Reset a second factor"],
        "store.restore" => language["从备份恢复", "Restored from a backup"],
        "account.passkey-add" => language["添加通行密钥", "Added a passkey"],
        "account.passkey-remove" => language["删除通行密钥", "Removed a passkey"],
        "account.recovery-codes" => language["换了恢复码", "Made other recovery codes"],
        "account.second-factor" => language["开启两步验证", "Turned a second factor on"],
        "account.second-factor-off" => language["关闭两步验证", "Turned a second factor off"],
        "account.sign-out-everywhere" => language["在所有设备上退出", "Signed out everywhere"],
        "account.close" => language["注销账号", "Closed an account"],
        "point.stage" => language["登记阶段", "Reported a stage"],
        "progress.plan" => language["定完成日期", "Set days to be built by"],
        "progress.standstill" => language["登记停滞", "Reported a standstill"],
        "progress.go-on" => language["登记恢复", "Reported that building goes on"],
        "evidence.add" => language["上传材料", "Brought evidence"],
        "evidence.remove" => language["移除材料", "Removed evidence"],
        "evidence.put-back" => language["恢复材料", "Put evidence back"],
        "acceptance.declare" => language["申报达标", "Declared points up to standard"],
        "acceptance.accept" => language["验收合格", "Accepted points"],
        "acceptance.return" => language["退回整改", "Returned points"],
        "round.open" => language["开一轮结对", "Opened a round"],
        "round.close" => language["截止填志愿", "Closed the wishing of a round"],
        "round.reopen" => language["重新开放填志愿", "Opened the wishing of a round again"],
        "round.propose" => language["公示结对", "Proposed a pairing"],
        "round.confirm" => language["确认结对", "Confirmed a pairing"],
        "round.publish" => language["公布结对", "Published a pairing"],
        "round.room" => language["改律所能带几个村", "Set how many villages a firm takes"],
        "round.withdraw" => language["撤销一轮结对", "Called a round off"],
        "wishes.submit" => language["提交志愿", "Handed in wishes"],
        "objection.make" => language["提异议", "Objected to a pair"],
        "objection.upheld" => language["异议成立", "Upheld an objection"],
        "objection.dismissed" => language["异议不成立", "Dismissed an objection"],
        "profile.change" => language["填写需求或特长", "Changed what a village needs or a firm offers"],
        "duty.add" => language["登记服务", "Logged duty"],
        "duty.remove" => language["移除服务登记", "Removed an entry of duty"],
        "duty.restore" => language["放回服务登记", "Put an entry of duty back"],
        "voice.receive" => language["收到群众反映", "Received a message"],
        "voice.take-up" => language["接办群众反映", "Took a message up"],
        "voice.answer" => language["答复群众反映", "Answered a message"],
        "voice.forward" => language["转交群众反映", "Forwarded a message"],
        "voice.close" => language["办结群众反映", "Closed a message"],
        "voice.reopen" => language["重新办理群众反映", "Opened a message again"],
        "voice.release" => language["核实群众反映", "Found a message to be in earnest"],
        "voice.note" => language["备注群众反映", "Noted something on a message"],
        "setting.change" => language["更改设置", "Changed a setting"],
        "contact.consent" => language["登记同意", "Recorded a consent"],
        "contact.withdraw" => language["撤回同意", "Withdrew a consent"],
        _ => line.Command,
    };

    /// <summary>What it was done to: the record's name where the network has it still.</summary>
    public static string SubjectOf(LogLine line, ServiceNetwork network, Language language)
    {
        var parts = line.Subject.Split(':', 2);
        if (parts is [var count] && count.EndsWith(" records", StringComparison.Ordinal))
            return language[$"{count.Split(' ')[0]} 条记录", count];
        if (parts is ["city", _])
            return network.City.Name;
        if (parts is ["special-hours", var special] && special.Split('/') is [var point, var day])
            return $"{network.FindPoint(point)?.Name ?? point} {day}";
        return parts is [var kind, var key] && Editing.RecordAddress.Find(network, kind, key) is { } record ? Editing.RecordAddress.NameOf(record) : line.Subject;
    }
}
