using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Progress;

namespace Gis.Web.Pairing;

/// <summary>The rules of a round as they were filled in.</summary>
public sealed record RoundForm(string Name, string OpensOn, string ClosesOn, string ObjectBy, string Mode, string Limit, string Aim, string PerLawyer, bool ServeAll, string Seed)
{
    public const int LongestName = 40;

    private const int MostMinutes = 240;

    private const int MostPerLawyer = 50;

    /// <summary>What is proposed to who opens a round on a day: two weeks for wishes, a week for objections.</summary>
    public static RoundForm For(DateOnly today, Language language) => new(
        language[$"{today.Year} 年村(居)法律顾问结对", $"Village advisers {today.Year}"],
        Wording.Day(today),
        Wording.Day(today.AddDays(14)),
        Wording.Day(today.AddDays(21)),
        TravelMode.Car.Written(),
        "60",
        PairingAim.VillageBest.Written(),
        "2",
        ServeAll: false,
        today.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    public static RoundForm Of(IFormCollection form) => new(
        form["name"].ToString().Trim(), form["opens"].ToString(), form["closes"].ToString(), form["objectBy"].ToString(), form["mode"].ToString(), form["limit"].ToString().Trim(),
        form["aim"].ToString(), form["perLawyer"].ToString().Trim(), form["all"] == "yes", form["seed"].ToString().Trim());

    /// <summary>Reads it; null where a field is wrong, and then the faults say which.</summary>
    public RoundRules? Read(DateOnly today, Language language, FormFaults faults)
    {
        if (Name.Length is 0 or > LongestName)
            faults.Add("name", Name, language[$"1 到 {LongestName} 个字", $"1 to {LongestName} characters"]);
        var (opens, closes, objectBy) = (DayField.Read("opens", OpensOn, language, faults), DayField.Read("closes", ClosesOn, language, faults), DayField.Read("objectBy", ObjectBy, language, faults));
        if (!WrittenName.TryRead<TravelMode>(Mode, out var mode))
            faults.Add("mode", Mode, string.Join(", ", WrittenName.List<TravelMode>()));
        if (!WrittenName.TryRead<PairingAim>(Aim, out var aim))
            faults.Add("aim", Aim, string.Join(", ", WrittenName.List<PairingAim>()));
        var read = new NumberFields(language, faults);
        var (limit, perLawyer) = (read.Whole("limit", Limit, 1, MostMinutes), read.Whole("perLawyer", PerLawyer, 1, MostPerLawyer));
        if (!ulong.TryParse(Seed, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            faults.Add("seed", Seed, language["应为整数", "a whole number"]);
        if (!faults.IsEmpty)
            return null;
        var rules = new RoundRules(opens!.Value, closes!.Value, objectBy!.Value, mode, new Minutes(limit), aim, perLawyer, ServeAll, seed);
        if (rules.IsSound && closes >= today)
            return rules;
        faults.Add("closes", ClosesOn, language["三个日期应一个不早于一个,截止日不早于今天,异议期在截止之后", "the days should follow each other, the last of wishing not before today, and objecting after it"]);
        return null;
    }
}
