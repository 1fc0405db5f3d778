namespace Gis.Core.Travel.Tours;

/// <summary>Tours as somebody without a plan drives them: always on to the nearest stop that still fits the day, home when none does.</summary>
internal static class NearestTours
{
    /// <summary>The tours; every stop fits a day alone.</summary>
    internal static List<int[]> Drive(TourTimes times)
    {
        var left = Enumerable.Range(1, times.Count - 1).ToList();
        var tours = new List<int[]>();
        while (left.Count > 0)
            tours.Add(DriveOne(times, left));
        return tours;
    }

    private static int[] DriveOne(TourTimes times, List<int> left)
    {
        var (tour, at, clock) = (new List<int>(), 0, 0L);
        while (true)
        {
            var next = left.Where(place => clock + times.Drive(at, place) + times.Stay(place) + times.Drive(place, 0) <= times.Day)
                .OrderBy(place => times.Drive(at, place)).ThenBy(place => place).Cast<int?>().FirstOrDefault();
            if (next is not { } place)
                return [.. tour];
            clock += times.Drive(at, place) + times.Stay(place);
            at = place;
            tour.Add(place);
            left.Remove(place);
        }
    }
}
