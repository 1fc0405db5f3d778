using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Tests.Places;

/// <summary>
/// Towns of twenty villages around a made-up centre, each known to within some accuracy and written as a file might; what is
/// written is made by the transformation itself, so the verdict is known beforehand.
/// </summary>
public sealed class DatumStudyTests
{
    private const int Villages = 20;
    private const double DegreesOfMetre = 1 / 111_000.0;

    private static readonly LonLat Yinchuan = LonLat.Of(106.23, 38.48);

    private static readonly DatumGuess[] Guesses =
    [
        .. new[] { "wgs84", "gcj02", "bd09", "bd09mc", "epsg:3857", "cgcs2000-gk3:105", "cgcs2000-gk3:105:zone", "cgcs2000-gk3:108", "cgcs2000-gk3:108:zone", "cgcs2000-gk3:102" }
            .SelectMany(name => new[] { Guess(name), Guess(name, PairWriting.Swapped) }),
        Guess("wgs84", PairWriting.MinutesAfterPoint),
        Guess("wgs84", PairWriting.SecondsAfterPoint),
    ];

    private static DatumGuess Guess(string crs, PairWriting writing = PairWriting.Plain) =>
        new(Crs.TryParse(crs, out var found, out var fault) ? found : throw new ArgumentException(fault), writing);

    /// <summary>The numbers a position is written as; the true inverse of what is tested, worked out by hand.</summary>
    private static XY Write(DatumGuess guess, LonLat at)
    {
        var pair = guess.Crs.FromLonLat(at);
        return guess.Writing switch
        {
            PairWriting.Plain => pair,
            PairWriting.Swapped => new XY(pair.Y, pair.X),
            PairWriting.MinutesAfterPoint => new XY(Pack(pair.X, false), Pack(pair.Y, false)),
            _ => new XY(Pack(pair.X, true), Pack(pair.Y, true)),
        };
    }

    private static double Pack(double degrees, bool seconds)
    {
        var whole = Math.Floor(degrees);
        var minutes = (degrees - whole) * 60;
        var part = seconds ? Math.Floor(minutes) + ((minutes - Math.Floor(minutes)) * 60 / 100) : minutes;
        return Math.Round(whole + (part / 100), 8);
    }

    private static LonLat Off(LonLat at, double east, double north) =>
        LonLat.Of(at.Longitude + (east * DegreesOfMetre / Math.Cos(at.Latitude * Math.PI / 180)), at.Latitude + (north * DegreesOfMetre));

    /// <summary>Villages within ten kilometres, known with a bell-shaped error of some metres to each side.</summary>
    private static List<DatumPair> Town(DatumGuess guess, double error, double accuracy, int count = Villages, int seed = 1, LonLat? centre = null)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(1, count).Select(row =>
            {
                var stands = Off(centre ?? Yinchuan, 20_000 * (random.NextDouble() - 0.5), 20_000 * (random.NextDouble() - 0.5));
                return new DatumPair(row, Write(guess, stands), Off(stands, error * Bell(random), error * Bell(random)), new Metres(accuracy));
            }),
        ];
    }

    private static double Bell(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static List<DatumPair> Spoil(List<DatumPair> pairs, int count) =>
        [.. pairs.Select((pair, index) => index < count ? pair with { Written = pairs[(index + (pairs.Count / 2)) % pairs.Count].Written } : pair)];

    private static DatumEvidence Clear(IReadOnlyList<DatumPair> pairs, Crs? claimed = null) =>
        Assert.IsType<DatumVerdict.Clear>(DatumStudy.Judge(pairs, claimed ?? Crs.Wgs84)).Evidence;

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Guesses.Length)];

    [Theory, MemberData(nameof(Each))]
    public void Every_way_of_writing_is_known_again(int index)
    {
        var evidence = Clear(Town(Guesses[index], error: 60, accuracy: 500));
        Assert.Equal(Guesses[index], evidence.Guess);
        Assert.Equal((Villages, Villages), (evidence.Fitting, evidence.Pairs));
        Assert.InRange(evidence.MedianLeftover!.Value.Value, 20, 150);
    }

    [Theory, MemberData(nameof(Each))]
    public void Six_wrong_pairs_of_twenty_do_not_matter_and_are_told(int index)
    {
        var evidence = Clear(Spoil(Town(Guesses[index], error: 30, accuracy: 500), 6));
        Assert.Equal(Guesses[index], evidence.Guess);
        Assert.Equal<int>([1, 2, 3, 4, 5, 6], evidence.Misfits);
    }

    [Fact]
    public void Seven_wrong_pairs_of_twenty_leave_no_guess_that_fits()
    {
        var none = Assert.IsType<DatumVerdict.NoneFits>(DatumStudy.Judge(Spoil(Town(Guess("gcj02"), 30, 500), 7), Crs.Wgs84));
        Assert.Equal(13, none.Nearest[0].Fitting);
        Assert.Contains(Guess("gcj02"), none.Nearest.Select(evidence => evidence.Guess));
    }

    [Fact]
    public void Four_pairs_are_too_few_and_five_are_enough()
    {
        Assert.Equal(new DatumVerdict.TooFew(4, 5), DatumStudy.Judge(Town(Guess("gcj02"), 0, 500, count: 4), Crs.Wgs84));
        Assert.Equal(Guess("gcj02"), Clear(Town(Guess("gcj02"), 0, 500, count: 5)).Guess);
        Assert.Equal(new DatumVerdict.TooFew(0, 5), DatumStudy.Judge([], Crs.Wgs84));
    }

    [Fact]
    public void A_pair_exactly_as_far_off_as_the_known_position_is_rough_still_fits()
    {
        var town = Town(Guess("wgs84"), error: 60, accuracy: 500);
        var left = new DatumTrial(Guess("wgs84"), town).Leftovers;
        Assert.All(left, metres => Assert.True(metres < 500));
        var far = left.Select((metres, index) => (metres, index)).MaxBy(found => found.metres);

        town[far.index] = town[far.index] with { Accuracy = new Metres(far.metres) };
        Assert.True(new DatumTrial(Guess("wgs84"), town).Fits(far.index));
        town[far.index] = town[far.index] with { Accuracy = new Metres(Math.BitDecrement(far.metres)) };
        Assert.False(new DatumTrial(Guess("wgs84"), town).Fits(far.index));
    }

    [Fact]
    public void What_a_telephone_may_be_off_is_no_misfit_however_exact_the_known_position() =>
        Assert.Empty(Clear(Town(Guess("wgs84"), error: 5, accuracy: 0)).Misfits);

    [Fact]
    public void Known_positions_that_are_rougher_than_the_shift_leave_it_unclear()
    {
        var unclear = Assert.IsType<DatumVerdict.Unclear>(DatumStudy.Judge(Town(Guess("gcj02"), error: 900, accuracy: 5000), Crs.Wgs84));
        Assert.Contains(Guess("gcj02"), unclear.Candidates.Select(evidence => evidence.Guess));
        Assert.Contains(Guess("wgs84"), unclear.Candidates.Select(evidence => evidence.Guess));
    }

    [Fact]
    public void Rough_positions_tell_the_shift_if_there_are_many_of_them() =>
        Assert.Equal(Guess("gcj02"), Clear(Town(Guess("gcj02"), error: 900, accuracy: 5000, count: 2000)).Guess);

    [Fact]
    public void A_shift_that_nothing_explains_leaves_it_unclear()
    {
        List<DatumPair> town = [.. Town(Guess("wgs84"), error: 5, accuracy: 500).Select(pair => pair with { Known = Off(pair.Known, -150, -150) })];
        var unclear = Assert.IsType<DatumVerdict.Unclear>(DatumStudy.Judge(town, Crs.Wgs84));
        Assert.Equal(212, unclear.Candidates.Single(evidence => evidence.Guess == Guess("wgs84")).MedianOffset!.Value.Value, 5.0);
    }

    [Fact]
    public void Where_nothing_is_shifted_degrees_are_simply_degrees() =>
        Assert.Equal(Guess("wgs84"), Clear(Town(Guess("gcj02"), error: 30, accuracy: 500, centre: LonLat.Of(10, 50))).Guess);

    [Fact]
    public void What_the_file_claims_is_named_so_where_it_says_the_same()
    {
        Assert.Equal(Guess("cgcs2000"), Clear(Town(Guess("wgs84"), error: 30, accuracy: 500), Crs.Cgcs2000).Guess);
        Assert.Equal(Guess("wgs84"), Clear(Town(Guess("wgs84"), error: 30, accuracy: 500), Crs.Gcj02).Guess);
    }

    [Theory, InlineData(10), InlineData(14), InlineData(17)]
    public void A_file_of_two_datums_is_told_with_the_rows_of_each(int first)
    {
        var (one, other) = (Town(Guess("wgs84"), error: 10, accuracy: 500), Town(Guess("gcj02"), error: 10, accuracy: 500));
        var mixed = Assert.IsType<DatumVerdict.Mixed>(DatumStudy.Judge([.. one[..first], .. other[first..]], Crs.Wgs84));
        Assert.Equal([Guess("wgs84"), Guess("gcj02")], mixed.Groups.Select(group => group.Guess));
        Assert.Equal(Enumerable.Range(1, first), mixed.Groups[0].Rows);
        Assert.Equal(Enumerable.Range(first + 1, Villages - first), mixed.Groups[1].Rows);
        Assert.Empty(mixed.Undecided);
    }

    [Fact]
    public void Two_rows_of_another_datum_are_no_group_but_misfits()
    {
        var (one, other) = (Town(Guess("wgs84"), error: 10, accuracy: 300), Town(Guess("gcj02"), error: 10, accuracy: 300));
        Assert.Equal<int>([19, 20], Clear([.. one[..18], .. other[18..]]).Misfits);
    }

    [Theory, InlineData(60, true), InlineData(61, false)]
    public void Three_rows_are_a_group_if_they_are_a_twentieth_of_the_file(int count, bool isMixed)
    {
        var (one, other) = (Town(Guess("wgs84"), error: 5, accuracy: 500, count), Town(Guess("bd09"), error: 5, accuracy: 500, count));
        Assert.Equal(isMixed, DatumStudy.Judge([.. one[..^3], .. other[^3..]], Crs.Wgs84) is DatumVerdict.Mixed);
    }

    [Theory, InlineData(6, true), InlineData(7, false)]
    public void A_mixture_is_told_as_long_as_seven_tenths_of_the_rows_belong_to_it(int wrong, bool isMixed)
    {
        var (one, other) = (Town(Guess("cgcs2000-gk3:105"), error: 10, accuracy: 500), Town(Guess("wgs84", PairWriting.Swapped), error: 10, accuracy: 500));
        List<DatumPair> town = [.. one[..12], .. other[12..]];
        town = [.. town.Select((pair, index) => index < wrong ? pair with { Known = Off(pair.Known, 30_000 + (700 * index), 900 * index) } : pair)];
        var verdict = DatumStudy.Judge(town, Crs.Wgs84);
        Assert.Equal(isMixed, verdict is DatumVerdict.Mixed);
        if (verdict is DatumVerdict.Mixed mixed)
            Assert.Equal<int>([1, 2, 3, 4, 5, 6], mixed.Undecided);
    }

    [Fact]
    public void Three_ways_in_one_file_are_three_groups()
    {
        ImmutableArray<DatumGuess> ways = [Guess("wgs84"), Guess("bd09"), Guess("cgcs2000-gk3:105:zone")];
        var towns = ways.Select(way => Town(way, error: 10, accuracy: 2000)).ToList();
        var mixed = Assert.IsType<DatumVerdict.Mixed>(DatumStudy.Judge([.. towns[0][..8], .. towns[1][8..15], .. towns[2][15..]], Crs.Wgs84));
        Assert.Equal(ways, mixed.Groups.Select(group => group.Guess));
        Assert.Equal(Enumerable.Range(16, 5), mixed.Groups[2].Rows);
    }

    [Fact]
    public void Numbers_that_are_no_places_fit_nothing()
    {
        List<DatumPair> town = [.. Town(Guess("wgs84"), error: 30, accuracy: 500).Select((pair, index) => pair with { Written = new XY(double.NaN, -1e9 * index) })];
        Assert.Empty(Assert.IsType<DatumVerdict.NoneFits>(DatumStudy.Judge(town, Crs.Wgs84)).Nearest);
    }

    [Fact]
    public void Anywhere_in_China_what_was_written_is_found_again_or_left_unclear() =>
        Gen.Select(Gen.Double[80, 130], Gen.Double[20, 50], Gen.Int[0, 6], Gen.Int[0, 1000]).Sample(
            (longitude, latitude, index, seed) =>
            {
                var guess = new[] { Guess("wgs84"), Guess("gcj02"), Guess("bd09"), Guess("epsg:3857"), Guess("wgs84", PairWriting.Swapped), Guess("gcj02", PairWriting.Swapped), Guess("wgs84", PairWriting.SecondsAfterPoint) }[index];
                var verdict = DatumStudy.Judge(Spoil(Town(guess, error: 20, accuracy: 400, seed: seed, centre: LonLat.Of(longitude, latitude)), seed % 7), Crs.Wgs84);
                return verdict is DatumVerdict.Clear clear
                    ? clear.Evidence.Guess == guess
                    : verdict is DatumVerdict.Unclear unclear && unclear.Candidates.Any(evidence => evidence.Guess == guess);
            }, iter: 300, threads: 1);
}
