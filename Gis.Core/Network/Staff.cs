using Gis.Core.Units;

namespace Gis.Core.Network;

/// <summary>
/// How many people hold one kind of post at one point, as reported. What is not reported is not there: that says nothing
/// about whether the post is filled. People are counted and never named.
/// </summary>
/// <param name="Point">The point they work at.</param>
/// <param name="Post">The kind of post.</param>
/// <param name="Count">How many hold it; zero means reported vacant.</param>
/// <param name="Hours">The hours on the spot of all of them together; none where not reported.</param>
/// <param name="Provenance">Where the count is known from.</param>
public sealed record Staff(PointId Point, Post Post, int Count, MonthlyHours? Hours, Provenance Provenance) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.Staff, $"{Point}/{Post.Written()}");
}

/// <summary>Kinds of post (plan, §3(1)3).</summary>
public enum Post
{
    /// <summary>值班律师 of a centre.</summary>
    DutyLawyer,

    /// <summary>专业人员 of a centre.</summary>
    Professional,

    /// <summary>协调管理员 of a centre.</summary>
    Coordinator,

    /// <summary>专职人民调解员 of a station.</summary>
    Mediator,

    /// <summary>法律顾问 of a room.</summary>
    Adviser,

    /// <summary>基层法律服务工作者 of a station (plan, §3(1)3(2) and (3)), who may advise villages that no firm takes.</summary>
    LegalWorker,

    /// <summary>法律志愿者 of a station, as former judges and prosecutors (plan, §3(3)), who may do so too.</summary>
    Volunteer,
}

/// <summary>What a post means.</summary>
public static class PostMeaning
{
    /// <summary>Whether who holds it gives legal advice, so that the hours count as supply: duty lawyers and advisers.</summary>
    public static bool GivesAdvice(this Post post) => post is Post.DutyLawyer or Post.Adviser;
}
