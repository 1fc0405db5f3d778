using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Web.Layout;

namespace Gis.Web.Finder.Voice;

/// <summary>What somebody tells, as the fields have it.</summary>
/// <param name="Kind">What it is.</param>
public sealed record VoiceForm(VoiceKind Kind)
{
    /// <summary>A field that people do not see and programs fill. Browsers know no such name.</summary>
    public const string Trap = "leave-blank";

    /// <summary>The field with the mark of when the form was shown.</summary>
    public const string Shown = "shown";

    /// <summary>The three things that a visit is rated by.</summary>
    public static readonly string[] Aspects = ["attitude", "speed", "knowledge"];

    private readonly IFormCollection? fields;

    private VoiceForm(VoiceKind kind, IFormCollection fields)
        : this(kind) => this.fields = fields;

    public static VoiceForm Of(VoiceKind kind, IFormCollection fields) => new(kind, fields);

    /// <summary>A field as it was sent, so that nothing typed is lost.</summary>
    public string this[string field] => fields?[field].ToString() ?? "";

    /// <summary>What was said; null where something is amiss.</summary>
    public VoiceSaid? Read(WritingPace pace, Language language, FieldFaults faults)
    {
        var said = new VoiceSaid(Kind, ReadWords("words", VoiceWords.Longest, language, faults), Kind == VoiceKind.Rating ? "" : ReadWords("contact", VoiceWords.LongestContact, language, faults))
        {
            About = Kind == VoiceKind.Correction ? ReadAbout(language, faults) : null,
            Rating = Kind == VoiceKind.Rating ? ReadRating(language, faults) : null,
        };
        if (said.Words.Length == 0 && (Kind is VoiceKind.Complaint or VoiceKind.Suggestion || said.About == CorrectionAbout.Other))
            faults.Add("words", language["请写几个字。", "Please write a few words."]);
        if (this[Trap].Length > 0)
            faults.Add(Trap, language["这一格请留空。已经清空,再按一次就好。", "This field stays empty. It is empty again: please press once more."]);
        if (pace != WritingPace.Right)
            faults.Add(Shown, Wait(pace, language));
        return faults.IsEmpty ? said : null;
    }

    private string ReadWords(string field, int longest, Language language, FieldFaults faults)
    {
        var words = VoiceWords.Clean(this[field]);
        if (words.Length > longest)
            faults.Add(field, language[$"写了 {words.Length} 个字,最多 {longest} 个。请删短一点。", $"{words.Length} characters; at most {longest}. Please shorten it a little."]);
        return words;
    }

    private CorrectionAbout? ReadAbout(Language language, FieldFaults faults)
    {
        if (WrittenName.TryRead<CorrectionAbout>(this["about"], out var about))
            return about;
        faults.Add("about", language["请选一项。", "Please choose one."]);
        return null;
    }

    private Rating? ReadRating(Language language, FieldFaults faults)
    {
        var grades = new List<int>();
        foreach (var aspect in Aspects)
        {
            if (this[aspect] is [>= '1' and <= '5' and var grade])
                grades.Add(grade - '0');
            else
                faults.Add(aspect, language["请选一个。", "Please choose one."]);
        }

        return grades is [var attitude, var speed, var knowledge] ? new Rating(attitude, speed, knowledge) : null;
    }

    private static string Wait(WritingPace pace, Language language) => pace == WritingPace.TooFast
        ? language["按得太快了。请看一遍,再按一次。", "That was very fast. Please look once more and press again."]
        : language["这一页放得太久了。内容还在,请再按一次。", "This page stood for a long time. Your words are still here: please press once more."];
}

/// <summary>What somebody told, read and in order.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">The words; may be empty.</param>
/// <param name="Contact">How the person can be reached; may be empty.</param>
public sealed record VoiceSaid(VoiceKind Kind, string Words, string Contact)
{
    public CorrectionAbout? About { get; init; }

    public Rating? Rating { get; init; }
}

/// <summary>What is amiss in a form, a sentence for each field, to stand beside it.</summary>
public sealed class FieldFaults
{
    private readonly List<(string Field, string Sentence)> faults = [];

    public bool IsEmpty => faults.Count == 0;

    /// <summary>The fields in the order of the form.</summary>
    public IReadOnlyList<(string Field, string Sentence)> All => faults;

    public void Add(string field, string sentence) => faults.Add((field, sentence));

    /// <summary>The sentence of a field; null where nothing is amiss.</summary>
    public string? Of(string field) => faults.Find(fault => fault.Field == field).Sentence;
}
