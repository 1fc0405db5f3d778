using CsCheck;
using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Core.Units;
using static Gis.Core.Tests.Pairing.Duty.Logs;
using CalendarMonth = Gis.Core.Units.Month;

namespace Gis.Core.Tests.Pairing.Duty;

public sealed class ServiceStatementTests
{
    private static readonly CalendarMonth January = new(2027, 1);
    private static readonly CalendarMonth InMarch = new(2027, 3);

    private static readonly Gen<DutyBook> Any =
        from firms in Gen.Int[0, 2].Array[4]
        from entries in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 120], Gen.Int[1, 300], Gen.Int[0, 9], Gen.Bool).Array[0, 30]
        select new DutyBook(
            [.. firms.Select((firm, i) => new DutyPairing(Village(i), "f" + firm, new DateOnly(2027, 1, 1 + i)))],
            [
                .. entries.Select(DutyEntry (drawn) => drawn.Item5
                    ? Visit(new DateOnly(2026, 12, 20).AddDays(drawn.Item2), drawn.Item3, village: Village(drawn.Item1), firm: "f" + firms[drawn.Item1]) with { Helped = drawn.Item4, Instruments = drawn.Item4 / 2 }
                    : Lecture(new DateOnly(2026, 12, 20).AddDays(drawn.Item2), drawn.Item4, Village(drawn.Item1), "f" + firms[drawn.Item1])),
            ],
            DutyTerms.Plan2018);

    private static AreaCode Village(int number) => AreaCode.Parse($"10000{number % 2}00100{number}");

    [Fact]
    public void A_statement_counts_what_was_served_in_its_months()
    {
        var book = Book(
            Visit(new DateOnly(2026, 12, 31), 60),
            Visit(March(1), 240) with { Helped = 7, Instruments = 2 },
            Visit(March(31), 30) with { Helped = 1 },
            Lecture(March(5), attendance: 40),
            Visit(new DateOnly(2027, 4, 1), 60));
        var statement = ServiceStatements.ByFirm(book, InMarch, InMarch, new DateOnly(2027, 4, 10))["f"];
        Assert.Equal((1, 270, 2, 1, 40, 2, 8, 0), (statement.Villages, statement.OnSite.Value, statement.Visits, statement.Lectures, statement.Attendance, statement.Instruments, statement.Helped, statement.Below));
    }

    [Fact]
    public void A_village_behind_in_one_of_the_months_is_below_once()
    {
        var statement = ServiceStatements.OfAll(Book(Visit(March(1), 240)), January, InMarch, new DateOnly(2027, 4, 10));
        Assert.Equal((1, 1), (statement.Villages, statement.Below));
    }

    [Fact]
    public void Nothing_at_all_is_a_statement_of_zeros()
    {
        var statement = ServiceStatements.OfAll(new DutyBook([], [], DutyTerms.Plan2018), January, InMarch, March(1));
        Assert.Equal((0, 0, 0), (statement.Villages, statement.Visits, statement.Below));
    }

    [Fact]
    public void The_last_month_is_not_before_the_first() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ServiceStatements.OfAll(Book(), InMarch, January, March(1)));

    [Fact]
    public void The_firms_and_the_counties_each_add_up_to_the_whole() => Any.Sample(
        book =>
        {
            var today = March(25);
            var whole = ServiceStatements.OfAll(book, January, InMarch, today);
            foreach (var parts in new[] { ServiceStatements.ByFirm(book, January, InMarch, today).Values, ServiceStatements.ByCounty(book, January, InMarch, today).Values })
            {
                Assert.Equal(SumsOf([whole]), SumsOf(parts));
                Assert.Equal(whole.OnSite.Value, parts.Sum(part => part.OnSite.Value), 6);
            }

            Assert.Equal(book.Entries.Count(entry => entry is DutyEntry.Visit && entry.Day >= January.FirstDay && entry.Day <= today), whole.Visits);
        },
        iter: 300);

    [Fact]
    public void Months_add_up_to_their_span() => Any.Sample(
        book =>
        {
            var span = ServiceStatements.OfAll(book, January, InMarch, March(25));
            var months = Enumerable.Range(0, 3).Select(later => ServiceStatements.OfAll(book, January.Plus(later), January.Plus(later), March(25))).ToList();
            Assert.Equal(span.Visits, months.Sum(month => month.Visits));
            Assert.Equal(span.Attendance, months.Sum(month => month.Attendance));
            Assert.Equal(span.OnSite.Value, months.Sum(month => month.OnSite.Value), 6);
            Assert.InRange(span.Below, months.Max(month => month.Below), months.Sum(month => month.Below));
        },
        iter: 300);

    private static (int, int, int, int, int, int, int) SumsOf(IEnumerable<ServiceStatement> parts) => (
        parts.Sum(part => part.Villages), parts.Sum(part => part.Visits), parts.Sum(part => part.Lectures), parts.Sum(part => part.Attendance),
        parts.Sum(part => part.Instruments), parts.Sum(part => part.Helped), parts.Sum(part => part.Below));
}
