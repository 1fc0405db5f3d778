using Gis.Core.Network;

namespace Gis.Core.Progress.Acceptance;

/// <summary>One thing that the plan asks of a point, as an inspector can answer it (plan, §3(1), §3(5), §5(3)).</summary>
/// <param name="Code">What tells it from the others, as "R12"; sheets keep it, so it never comes to mean another thing.</param>
/// <param name="Tier">Of which points it is asked.</param>
/// <param name="Group">In which of the plan's three groups it counts.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Must">Whether a point without it is not accepted, whatever its score.</param>
/// <param name="Weight">How much it counts against the others of its group and tier, from 1 to <see cref="MostWeight"/>.</param>
/// <param name="Text">What is asked, in Chinese.</param>
/// <param name="EnglishText">What is asked, in English.</param>
/// <param name="Paragraph">The paragraph of the plan that asks it, as "3(1)2(3)"; several are joined by "; ".</param>
public sealed record Standard(
    string Code, Tier Tier, StandardGroup Group, StandardTopic Topic, bool Must, int Weight, string Text, string EnglishText, string Paragraph)
{
    /// <summary>The greatest weight.</summary>
    public const int MostWeight = 100;
}

/// <summary>The three things that the plan has assessed (§5(3)).</summary>
public enum StandardGroup
{
    /// <summary>基础设施: place, zones, equipment, accessibility.</summary>
    Facilities,

    /// <summary>人员配备: how many, with which skills, in which posts.</summary>
    Staff,

    /// <summary>业务开展: windows, duties, rules.</summary>
    Work,
}

/// <summary>What a standard is about.</summary>
public enum StandardTopic
{
    /// <summary>名称.</summary>
    Name,

    /// <summary>标识: white on blue.</summary>
    Sign,

    /// <summary>功能分区: zones, and where the point stands.</summary>
    Zones,

    /// <summary>专门用房.</summary>
    Rooms,

    /// <summary>设备.</summary>
    Equipment,

    /// <summary>公示栏: what is posted on the notice board.</summary>
    Board,

    /// <summary>机构导引: the way to legal service institutions.</summary>
    Institutions,

    /// <summary>无障碍.</summary>
    Accessibility,

    /// <summary>人数.</summary>
    Numbers,

    /// <summary>岗位.</summary>
    Posts,

    /// <summary>专业素质.</summary>
    Skills,

    /// <summary>培训.</summary>
    Training,

    /// <summary>服务窗口: a centre's six.</summary>
    Windows,

    /// <summary>职责.</summary>
    Duties,

    /// <summary>台账.</summary>
    Records,

    /// <summary>制度.</summary>
    Systems,

    /// <summary>服务评价: rating by those who are served.</summary>
    Rating,
}
