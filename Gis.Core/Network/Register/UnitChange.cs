using System.Collections.Immutable;

namespace Gis.Core.Network.Register;

/// <summary>What became of a unit from one register to the next.</summary>
public abstract record UnitChange
{
    private UnitChange()
    {
    }

    /// <summary>The unit in the register before; null if it is new.</summary>
    public abstract RegisterUnit? Old { get; }

    /// <summary>Whether the two registers leave no doubt, so that the change may be made.</summary>
    public abstract bool IsSure { get; }

    /// <summary>The unit that what belongs to the old one belongs to now, where that is sure; else null.</summary>
    public virtual RegisterUnit? Heir => null;

    /// <summary>It has the code and the name it had; the name may be written otherwise, as 立岗村 for 立岗村村委会.</summary>
    /// <param name="Before">As it was.</param>
    /// <param name="After">As it is.</param>
    public sealed record Kept(RegisterUnit Before, RegisterUnit After) : UnitChange
    {
        /// <inheritdoc/>
        public override RegisterUnit Old => Before;

        /// <inheritdoc/>
        public override bool IsSure => true;

        /// <inheritdoc/>
        public override RegisterUnit Heir => After;
    }

    /// <summary>It has the code it had and a name like the one before, as 龙徐滩 for 龙须滩.</summary>
    /// <param name="Before">As it was.</param>
    /// <param name="After">As it is.</param>
    public sealed record Renamed(RegisterUnit Before, RegisterUnit After) : UnitChange
    {
        /// <inheritdoc/>
        public override RegisterUnit Old => Before;

        /// <inheritdoc/>
        public override bool IsSure => true;

        /// <inheritdoc/>
        public override RegisterUnit Heir => After;
    }

    /// <summary>
    /// It has another code: the only one of its name before and after, in its township or county. A township or county may have
    /// another word for its kind, since 乡 that become 镇 and 县 that become 区 get another code.
    /// </summary>
    /// <param name="Before">As it was.</param>
    /// <param name="After">As it is.</param>
    public sealed record Recoded(RegisterUnit Before, RegisterUnit After) : UnitChange
    {
        /// <inheritdoc/>
        public override RegisterUnit Old => Before;

        /// <inheritdoc/>
        public override bool IsSure => true;

        /// <inheritdoc/>
        public override RegisterUnit Heir => After;
    }

    /// <summary>It is there no longer, and every unit of it whose fate is sure lies in one other unit now.</summary>
    /// <param name="Before">As it was.</param>
    /// <param name="Into">The unit it went into.</param>
    public sealed record Merged(RegisterUnit Before, RegisterUnit Into) : UnitChange
    {
        /// <inheritdoc/>
        public override RegisterUnit Old => Before;

        /// <inheritdoc/>
        public override bool IsSure => true;

        /// <inheritdoc/>
        public override RegisterUnit Heir => Into;
    }

    /// <summary>It is there no longer, and its units lie in several other units now; its own points may belong to any of them.</summary>
    /// <param name="Before">As it was.</param>
    /// <param name="Into">The units its own went into; at least two.</param>
    public sealed record Split(RegisterUnit Before, ImmutableArray<RegisterUnit> Into) : UnitChange
    {
        /// <inheritdoc/>
        public override RegisterUnit Old => Before;

        /// <inheritdoc/>
        public override bool IsSure => false;
    }

    /// <summary>What became of it is in doubt: it may be one of the candidates, be part of it, or be gone.</summary>
    /// <param name="Before">As it was.</param>
    /// <param name="Candidates">Units of the new register it may be; one of the same code first.</param>
    public sealed record InDoubt(RegisterUnit Before, ImmutableArray<RegisterUnit> Candidates) : UnitChange
    {
        /// <inheritdoc/>
        public override RegisterUnit Old => Before;

        /// <inheritdoc/>
        public override bool IsSure => false;
    }

    /// <summary>The new register has neither its code nor a name like its own.</summary>
    /// <param name="Before">As it was.</param>
    public sealed record Gone(RegisterUnit Before) : UnitChange
    {
        /// <inheritdoc/>
        public override RegisterUnit Old => Before;

        /// <inheritdoc/>
        public override bool IsSure => false;
    }

    /// <summary>The register before had it not.</summary>
    /// <param name="After">As it is.</param>
    public sealed record Added(RegisterUnit After) : UnitChange
    {
        /// <inheritdoc/>
        public override RegisterUnit? Old => null;

        /// <inheritdoc/>
        public override bool IsSure => true;
    }
}
