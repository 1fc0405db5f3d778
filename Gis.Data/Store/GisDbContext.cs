using System.Linq.Expressions;
using System.Text.Json;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Progress;
using Gis.Core.Travel;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Pairing;
using Gis.Data.Store.Progress;
using Gis.Data.Store.Voice;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gis.Data.Store;

/// <summary>
/// The tables of the network, of those who work on it and of what they did: one model. What differs from one kind of store
/// to the other is asked of its context.
/// </summary>
internal abstract class GisDbContext(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    /// <summary>The code of the city whose rows are read and written; null for those of every city.</summary>
    internal string? City { get; set; }

    internal string FirstCity => City ?? "";

    internal string LastCity => City ?? "999999";

    public DbSet<CityRow> Cities => Set<CityRow>();

    public DbSet<CountyRow> Counties => Set<CountyRow>();

    public DbSet<TownshipRow> Townships => Set<TownshipRow>();

    public DbSet<VillageRow> Villages => Set<VillageRow>();

    public DbSet<PointRow> Points => Set<PointRow>();

    public DbSet<FirmRow> Firms => Set<FirmRow>();

    public DbSet<StaffRow> Staff => Set<StaffRow>();

    public DbSet<SpecialHoursRow> SpecialHours => Set<SpecialHoursRow>();

    public DbSet<CrossingRow> Crossings => Set<CrossingRow>();

    public DbSet<RiverRow> Rivers => Set<RiverRow>();

    public DbSet<ScenarioRow> Scenarios => Set<ScenarioRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<DataVersionRow> DataVersions => Set<DataVersionRow>();

    public DbSet<LogRow> Log => Set<LogRow>();

    public DbSet<LogRecordRow> LogRecords => Set<LogRecordRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<SignInRow> SignIns => Set<SignInRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<ImportMemoryRow> ImportMemory => Set<ImportMemoryRow>();

    public DbSet<PointPlanRow> PointPlans => Set<PointPlanRow>();

    public DbSet<StandstillRow> Standstills => Set<StandstillRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<EvidenceContentRow> EvidenceContents => Set<EvidenceContentRow>();

    public DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<RoundRow> Rounds => Set<RoundRow>();

    public DbSet<WishRow> Wishes => Set<WishRow>();

    public DbSet<ObjectionRow> Objections => Set<ObjectionRow>();

    public DbSet<StandingPairRow> StandingPairs => Set<StandingPairRow>();

    public DbSet<ProfileRow> Profiles => Set<ProfileRow>();

    public DbSet<DutyRow> Duties => Set<DutyRow>();

    public DbSet<VoiceRow> Voices => Set<VoiceRow>();

    public DbSet<VoiceContactRow> VoiceContacts => Set<VoiceContactRow>();

    /// <summary>Holds one state of all tables to read from, whatever is written meanwhile, and keeps no writer waiting.</summary>
    internal abstract Task<IDbContextTransaction> BeginViewAsync(CancellationToken cancellation);

    /// <summary>Waits within a transaction until nobody else writes, in any program; the end of the transaction ends the turn.</summary>
    internal abstract Task TakeTurnAsync(CancellationToken cancellation);

    /// <summary>Looks within a transaction whether this program may still write here.</summary>
    /// <exception cref="StoreException">A newer one made of the tables what this one does not know.</exception>
    internal virtual Task CheckStepAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Brings what is kept beside the rows into step with them, once rows of some tables were written.</summary>
    internal abstract Task SettleAsync(IEnumerable<string> tables, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Lets what is deleted from now on be overwritten where it stood, if this kind of store can do so.</summary>
    internal abstract Task OverwriteErasedAsync(CancellationToken cancellation);

    /// <summary>The runs that nobody computes, the one that waited longest first; in a database only those that nobody is about to take.</summary>
    internal virtual IQueryable<RunRow> FreeRuns(DateTimeOffset now) => AllFreeRuns(now).OrderBy(row => row.Fid);

    /// <summary>The same in no order, those that somebody is about to take among them.</summary>
    internal IQueryable<RunRow> AllFreeRuns(DateTimeOffset now) => Runs.Where(row => row.State == RunState.Waiting || (row.State == RunState.Running && row.HeldUntilUtc <= now));

    /// <summary>Saves; what is added without a city is of this one's.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var added in ChangeTracker.Entries<IOfCity>().Where(entry => entry.State == EntityState.Added && entry.Entity.CityCode is null or ""))
            added.Entity.CityCode = City ?? "";
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Placement>().HaveConversion<WrittenConverter<Placement>>();
        configurationBuilder.Properties<Basis>().HaveConversion<WrittenConverter<Basis>>();
        configurationBuilder.Properties<TownshipKind>().HaveConversion<WrittenConverter<TownshipKind>>();
        configurationBuilder.Properties<VillageKind>().HaveConversion<WrittenConverter<VillageKind>>();
        configurationBuilder.Properties<Tier>().HaveConversion<WrittenConverter<Tier>>();
        configurationBuilder.Properties<Post>().HaveConversion<WrittenConverter<Post>>();
        configurationBuilder.Properties<Stage>().HaveConversion<WrittenConverter<Stage>>();
        configurationBuilder.Properties<RunState>().HaveConversion<WrittenConverter<RunState>>();
        configurationBuilder.Properties<StandstillCause>().HaveConversion<WrittenConverter<StandstillCause>>();
        configurationBuilder.Properties<AccountRole>().HaveConversion<WrittenConverter<AccountRole>>();
        configurationBuilder.Properties<RoundState>().HaveConversion<WrittenConverter<RoundState>>();
        configurationBuilder.Properties<ObjectionState>().HaveConversion<WrittenConverter<ObjectionState>>();
        configurationBuilder.Properties<PairingSide>().HaveConversion<WrittenConverter<PairingSide>>();
        configurationBuilder.Properties<PairingAim>().HaveConversion<WrittenConverter<PairingAim>>();
        configurationBuilder.Properties<TravelMode>().HaveConversion<WrittenConverter<TravelMode>>();
        configurationBuilder.Properties<VoiceKind>().HaveConversion<WrittenConverter<VoiceKind>>();
        configurationBuilder.Properties<VoiceState>().HaveConversion<WrittenConverter<VoiceState>>();
        configurationBuilder.Properties<CorrectionAbout>().HaveConversion<WrittenConverter<CorrectionAbout>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<CityRow>().ToTable("city").HasKey(row => row.Fid);
        modelBuilder.Entity<CountyRow>().ToTable("county").HasKey(row => row.Fid);
        modelBuilder.Entity<RiverRow>().ToTable("river").HasKey(row => row.Fid);
        modelBuilder.Entity<CrossingRow>().ToTable("crossing").HasKey(row => row.Fid);
        modelBuilder.Entity<DataVersionRow>().ToTable("data_version").HasKey(row => row.Sequence);
        RelateAreas(modelBuilder);
        RelatePoints(modelBuilder);
        RelateStaff(modelBuilder);
        RelateScenarios(modelBuilder);
        RelateAccounts(modelBuilder);
        RelateImports(modelBuilder);
        RelateProgress(modelBuilder);
        RelatePairing(modelBuilder);
        RelateVoice(modelBuilder);
        RelateLog(modelBuilder);
        KeepCitiesApart(modelBuilder);
        NameColumns(modelBuilder);
    }

    // A query asks of one city without saying so each time; what is of all cities says IgnoreQueryFilters.
    private void KeepCitiesApart(ModelBuilder model)
    {
        foreach (var table in model.Model.GetEntityTypes().Select(table => table.ClrType).Where(typeof(IOfCity).IsAssignableFrom))
            model.Entity(table).HasQueryFilter(OfThisCity(table));
    }

    // A range, from the city to itself or over all codes: "no city is asked for, or it is this one" would be answered by no index.
    private LambdaExpression OfThisCity(Type table)
    {
        var row = Expression.Parameter(table, "row");
        return Expression.Lambda(
            Expression.AndAlso(
                Expression.GreaterThanOrEqual(CompareTo(nameof(FirstCity)), Expression.Constant(0)),
                Expression.LessThanOrEqual(CompareTo(nameof(LastCity)), Expression.Constant(0))),
            row);

        Expression CompareTo(string bound) => Expression.Call(
            typeof(string), nameof(string.Compare), null,
            Expression.Property(row, nameof(IOfCity.CityCode)), Expression.Property(Expression.Constant(this, typeof(GisDbContext)), bound));
    }

    private static void RelateAreas(ModelBuilder model)
    {
        model.Entity<CountyRow>().HasIndex(row => row.CityCode);
        model.Entity<TownshipRow>().ToTable("township").HasKey(row => row.Fid);
        model.Entity<TownshipRow>().HasIndex(row => row.CityCode);
        model.Entity<TownshipRow>().HasOne<CountyRow>().WithMany()
            .HasForeignKey(row => row.CountyCode).HasPrincipalKey(row => row.Code).OnDelete(DeleteBehavior.Restrict);
        model.Entity<VillageRow>().ToTable("village").HasKey(row => row.Fid);
        model.Entity<VillageRow>().HasIndex(row => row.Code).IsUnique();
        model.Entity<VillageRow>().HasIndex(row => row.CityCode);
        model.Entity<VillageRow>().HasOne<TownshipRow>().WithMany()
            .HasForeignKey(row => row.TownshipCode).HasPrincipalKey(row => row.Code).OnDelete(DeleteBehavior.Restrict);
    }

    // A point serves a county, township or village by its tier, so no one table can be named as what its area refers to.
    private static void RelatePoints(ModelBuilder model)
    {
        model.Entity<PointRow>().ToTable("point").HasKey(row => row.Fid);
        model.Entity<PointRow>().Property(row => row.Id).IsRequired();
        model.Entity<PointRow>().HasIndex(row => new { row.CityCode, row.Id }).IsUnique();
        model.Entity<FirmRow>().ToTable("firm").HasKey(row => row.Fid);
        model.Entity<FirmRow>().Property(row => row.Id).IsRequired();
        model.Entity<FirmRow>().HasIndex(row => new { row.CityCode, row.Id }).IsUnique();
        model.Entity<FirmRow>().HasOne<CountyRow>().WithMany()
            .HasForeignKey(row => row.CountyCode).HasPrincipalKey(row => row.Code).OnDelete(DeleteBehavior.Restrict);
    }

    // A reference to the point would rebuild its table, and that would lose what makes it a layer; the network's own check stands in.
    private static void RelateStaff(ModelBuilder model)
    {
        model.Entity<StaffRow>().ToTable("staff").HasKey(row => row.Fid);
        model.Entity<StaffRow>().HasIndex(row => new { row.CityCode, row.PointId, row.Post }).IsUnique();
        model.Entity<SpecialHoursRow>().ToTable("special_hours").HasKey(row => row.Fid);
        model.Entity<SpecialHoursRow>().HasIndex(row => new { row.CityCode, row.PointId, row.FromDay }).IsUnique();
    }

    private static void RelateScenarios(ModelBuilder model)
    {
        model.Entity<ScenarioRow>().ToTable("scenario").HasKey(row => row.Fid);
        model.Entity<RunRow>().ToTable("run").HasKey(row => row.Fid);
        model.Entity<RunRow>().Property(row => row.Id).IsRequired();
        model.Entity<RunRow>().HasIndex(row => row.Id).IsUnique();
        model.Entity<RunRow>().HasOne<ScenarioRow>().WithMany()
            .HasForeignKey(row => row.ScenarioId).HasPrincipalKey(row => row.Id).OnDelete(DeleteBehavior.Restrict);
    }

    private static void RelateAccounts(ModelBuilder model)
    {
        model.Entity<Account>().ToTable("account");
        // Cities do not know each other's people: each may have its own 管理员.
        model.Entity<Account>().Metadata.RemoveIndex(model.Entity<Account>().HasIndex(account => account.NormalizedUserName).Metadata);
        model.Entity<Account>().HasIndex(account => new { account.CityCode, account.NormalizedUserName }).IsUnique().HasDatabaseName("IX_account_name");
        model.Entity<IdentityUserClaim<string>>().ToTable("account_claim");
        model.Entity<IdentityUserLogin<string>>().ToTable("account_login");
        model.Entity<IdentityUserToken<string>>().ToTable("account_token");
        model.Entity<IdentityUserPasskey<string>>().ToTable("account_passkey").HasKey(passkey => passkey.CredentialId);
        model.Entity<IdentityUserPasskey<string>>().OwnsOne(passkey => passkey.Data).ToJson("data");
        model.Entity<IdentityUserPasskey<string>>().HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.UserId);
        model.Entity<InvitationRow>().ToTable("invitation").HasKey(row => row.Id);
        model.Entity<InvitationRow>().HasIndex(row => row.LinkDigest).IsUnique();
        model.Entity<SignInRow>().ToTable("sign_in").HasKey(row => row.Sequence);
        model.Entity<ContactRow>().ToTable("contact").HasKey(row => row.Fid);
        model.Entity<ContactRow>().Property(row => row.Id).IsRequired();
        model.Entity<ContactRow>().HasIndex(row => row.Id).IsUnique();
        model.Entity<ContactRow>().HasIndex(row => row.VillageCode);
    }

    private static void RelateImports(ModelBuilder model)
    {
        model.Entity<ImportMemoryRow>().ToTable("import_memory").HasKey(row => row.Fid);
        model.Entity<ImportMemoryRow>().HasIndex(row => new { row.CityCode, row.Kind, row.Name }).IsUnique();
    }

    // As of staff, no reference to the point; what is written down of one that was taken out stays for when it is put back.
    private static void RelateProgress(ModelBuilder model)
    {
        model.Entity<PointPlanRow>().ToTable("point_plan").HasKey(row => row.Fid);
        model.Entity<PointPlanRow>().HasIndex(row => new { row.CityCode, row.PointId }).IsUnique();
        model.Entity<StandstillRow>().ToTable("standstill").HasKey(row => row.Fid);
        model.Entity<StandstillRow>().HasIndex(row => row.PointId);
        model.Entity<EvidenceRow>().ToTable("evidence").HasKey(row => row.Fid);
        model.Entity<EvidenceRow>().HasIndex(row => row.Id).IsUnique();
        model.Entity<EvidenceRow>().HasIndex(row => row.PointId);
        model.Entity<EvidenceContentRow>().ToTable("evidence_content").HasKey(row => row.EvidenceId);
        model.Entity<EvidenceContentRow>().HasOne<EvidenceRow>().WithOne()
            .HasForeignKey<EvidenceContentRow>(row => row.EvidenceId).HasPrincipalKey<EvidenceRow>(row => row.Id).OnDelete(DeleteBehavior.Restrict);
        model.Entity<AssessmentRow>().ToTable("assessment").HasKey(row => row.Fid);
        model.Entity<AssessmentRow>().HasIndex(row => row.Id).IsUnique();
        model.Entity<AssessmentRow>().HasIndex(row => row.PointId);
        model.Entity<SettingRow>().ToTable("setting").HasKey(row => row.Fid);
        model.Entity<SettingRow>().HasIndex(row => new { row.CityCode, row.Name }).IsUnique();
    }

    // No reference to village or firm: what was agreed with one that was taken out stays on record.
    private static void RelatePairing(ModelBuilder model)
    {
        model.Entity<RoundRow>().ToTable("round").HasKey(row => row.Fid);
        model.Entity<RoundRow>().HasIndex(row => row.Id).IsUnique();
        model.Entity<WishRow>().ToTable("wish").HasKey(row => row.Fid);
        model.Entity<WishRow>().HasIndex(row => new { row.RoundId, row.Side, row.Owner }).IsUnique();
        model.Entity<WishRow>().HasOne<RoundRow>().WithMany().HasForeignKey(row => row.RoundId).HasPrincipalKey(row => row.Id).OnDelete(DeleteBehavior.Restrict);
        model.Entity<ObjectionRow>().ToTable("objection").HasKey(row => row.Fid);
        model.Entity<ObjectionRow>().HasOne<RoundRow>().WithMany().HasForeignKey(row => row.RoundId).HasPrincipalKey(row => row.Id).OnDelete(DeleteBehavior.Restrict);
        model.Entity<StandingPairRow>().ToTable("standing_pair").HasKey(row => row.Fid);
        model.Entity<StandingPairRow>().HasIndex(row => row.VillageCode);
        model.Entity<ProfileRow>().ToTable("pairing_profile").HasKey(row => row.Fid);
        model.Entity<ProfileRow>().HasIndex(row => new { row.CityCode, row.Side, row.Owner }).IsUnique();
        model.Entity<DutyRow>().ToTable("duty").HasKey(row => row.Fid);
        model.Entity<DutyRow>().HasIndex(row => row.Id).IsUnique();
        model.Entity<DutyRow>().HasIndex(row => new { row.VillageCode, row.HeldOn });
        model.Entity<DutyRow>().HasIndex(row => new { row.FirmId, row.HeldOn });
    }

    // No reference to the point, as of duty; a contact is of a message, and goes before it.
    private static void RelateVoice(ModelBuilder model)
    {
        model.Entity<VoiceRow>().ToTable("voice").HasKey(row => row.Fid);
        model.Entity<VoiceRow>().HasIndex(row => new { row.BureauCode, row.State });
        model.Entity<VoiceRow>().HasIndex(row => row.PointId);
        model.Entity<VoiceContactRow>().ToTable("voice_contact").HasKey(row => row.Fid);
        model.Entity<VoiceContactRow>().HasIndex(row => row.Number).IsUnique();
        model.Entity<VoiceContactRow>().HasOne<VoiceRow>().WithOne()
            .HasForeignKey<VoiceContactRow>(row => row.Number).HasPrincipalKey<VoiceRow>(row => row.Number).OnDelete(DeleteBehavior.Restrict);
    }

    private static void RelateLog(ModelBuilder model)
    {
        model.Entity<LogRow>().ToTable("log").HasKey(row => row.Sequence);
        // The numbers have no gaps, and the entry, not the database, gives them.
        model.Entity<LogRow>().Property(row => row.Sequence).ValueGeneratedNever();
        model.Entity<LogRow>().HasIndex(row => row.VersionSequence).IsUnique();
        model.Entity<LogRecordRow>().ToTable("log_record").HasKey(row => new { row.LogSequence, row.Number });
        model.Entity<LogRecordRow>().HasIndex(row => new { row.Kind, row.RecordKey });
        model.Entity<LogRecordRow>().HasOne<LogRow>().WithMany().HasForeignKey(row => row.LogSequence).OnDelete(DeleteBehavior.Restrict);
    }

    private static void NameColumns(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().Where(table => !table.IsMappedToJson()).SelectMany(table => table.GetProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }
}

/// <summary>Cases are stored as they are written in links and files, so that the file reads well in any other program.</summary>
internal sealed class WrittenConverter<T>() : ValueConverter<T, string>(value => value.Written(), text => Read(text))
    where T : struct, Enum
{
    private static T Read(string text) => WrittenName.TryRead<T>(text, out var value)
        ? value
        : throw new FormatException($"'{text}' is not one of: {string.Join(", ", WrittenName.List<T>())}.");
}
