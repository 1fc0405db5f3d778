namespace Gis.Web.Siting;

/// <summary>A schedule as a page shows it.</summary>
/// <param name="Answer">The schedule, as it is kept.</param>
/// <param name="Files">The query by which its files are found.</param>
public sealed record ScheduleView(ScheduleJson Answer, string Files);
